package se.vardmote.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.Actor;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.SeatId;
import se.vardmote.vocabulary.StaffId;

/** Whose connection it is: whoever holds a seat, or a signed-in member of staff. */
public sealed interface Attendee {

    record Guest(SeatId seat) implements Attendee {
        @Override
        public boolean is(Participant person) {
            return seat.equals(person.seat());
        }
    }

    record StaffAttendee(StaffId staff) implements Attendee {
        @Override
        public boolean is(Participant person) {
            return staff.equals(person.staff());
        }
    }

    boolean is(Participant person);

    default @Nullable UUID seatColumn() {
        return this instanceof Guest(SeatId seat) ? seat.value() : null;
    }

    default @Nullable UUID staffColumn() {
        return this instanceof StaffAttendee(StaffId staff) ? staff.value() : null;
    }

    /** @throws IllegalArgumentException for an actor who takes part in nothing, such as a device */
    static Attendee of(Actor actor) {
        return switch (actor) {
            case Seated seated -> new Guest(seated.seat());
            case StaffMember staff -> new StaffAttendee(staff.staff());
            default -> throw new IllegalArgumentException("neither seat nor staff");
        };
    }

    static Attendee of(@Nullable UUID seat, @Nullable UUID staff) {
        if (seat != null) return new Guest(new SeatId(seat));
        if (staff != null) return new StaffAttendee(new StaffId(staff));
        throw new IllegalArgumentException("neither seat nor staff");
    }
}
