package se.vardmote.vocabulary;

import java.util.UUID;

/** An identifier of ours: a UUID of version 7, so that new rows stand together in an index. */
public interface Identifier {
    UUID value();
}
