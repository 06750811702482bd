package se.vardmote.meetings.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a page has come in a conversation. */
public enum Stage {
    WAITING,
    ADMITTED,
    /** In a call whose professional is away for a while: nothing of theirs is heard or seen. */
    PARKED,
    REFUSED,
    ENDED,
    LEFT;

    /** As it is written on the socket. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean live() {
        return this == WAITING || this == ADMITTED || this == PARKED;
    }
}
