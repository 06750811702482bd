package se.vardmote.meetings.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The true state of a microphone or camera, as the others may see it. */
public enum TrackState {
    ON,
    OFF,
    /** By the device itself: a telephone call, another program in front. */
    HELD,
    MISSING,
    BUSY,
    REFUSED,
    ENDED;

    /** As it is written on the socket. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the row of a connection keeps it. */
    static TrackState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
