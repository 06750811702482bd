package se.vardmote.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of a line's two one-way peer connections is meant, named from the page's side. */
public enum PeerConnectionSide {
    /** The page offers, its sound and picture go to the server. */
    SEND,
    /** The server offers, the others' sound and picture go to the page. */
    RECEIVE;

    /** As pages write it. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
