package se.vardmote.meetings.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether there is sound and picture. */
public enum MediaState {
    AVAILABLE,
    /** The page goes on with text and telephone. */
    UNAVAILABLE,
    /** The page builds new peer connections under the new epoch. */
    RESTART;

    /** As it is written on the socket. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
