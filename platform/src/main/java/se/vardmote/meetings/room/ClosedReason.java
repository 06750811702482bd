package se.vardmote.meetings.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import se.vardmote.access.SessionOver;

/** Why nothing more comes on a socket. */
public enum ClosedReason {
    ENDED,
    LEFT,
    /** The seat is used by another page. */
    ELSEWHERE,
    /** The call is parked: the professional's page goes to the day, where it is resumed. */
    PARKED,
    REVOKED,
    EXPIRED,
    SIGNED_OUT,
    TIMED_OUT;

    static ClosedReason of(SessionOver why) {
        return switch (why) {
            case SIGNED_OUT -> SIGNED_OUT;
            case TIMED_OUT -> TIMED_OUT;
            case REVOKED -> REVOKED;
        };
    }

    /** As it is written on the socket. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
