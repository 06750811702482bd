package se.vardmote.meetings.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why nothing more comes on a socket. */
public enum ClosedReason {
    ENDED,
    LEFT,
    /** The seat is used by another page. */
    ELSEWHERE,
    REVOKED,
    EXPIRED;

    /** As it is written on the socket. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
