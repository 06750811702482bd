package se.vardmote.media;

import java.util.UUID;

/** Names one page's (or telephone's) connection to a room. It survives reconnects; the epoch tells the attempts apart. */
public record LineKey(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
