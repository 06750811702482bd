package se.vardmote.meetings;

import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.SeatId;
import se.vardmote.vocabulary.StaffId;

/**
 * A person in a conversation. Media and reconnection count connections; attendance and the record count people.
 *
 * @param name as the person writes it; of staff as everybody may read it now
 * @param profession of staff who are signed in, and of a guest who says that they are licensed; else null
 * @param identification how we know who it is, shown to everybody
 * @param vouchedBy name of the professional who has said who it is; null for anybody else
 * @param letIn a guest who has been let in, though they may have left since; false for staff, whom nobody lets in
 * @param seat of a guest, {@code staff} of somebody signed in: exactly one of them
 */
public record Participant(
        ParticipantId id,
        ParticipantRole role,
        String name,
        @Nullable Profession profession,
        Identification identification,
        Standing standing,
        @Nullable SeatId seat,
        @Nullable StaffId staff,
        @Nullable String vouchedBy,
        boolean letIn) {

    /** Whether they have been in the call: what was said there is theirs to read. */
    public boolean hasBeenIn() {
        return staff == null ? letIn : standing != Standing.INVITED;
    }

    /** A guest who waits at a seat. */
    public static Participant waiting(ParticipantRole role, String name, Identification known, SeatId seat) {
        return new Participant(
                ParticipantId.next(), role, name, null, known, Standing.WAITING, seat, null, null, false);
    }

    /** A guest who has come by a link of their own. */
    public static Participant guest(GuestAttendee guest, SeatId seat) {
        return waiting(guest.role(), guest.name(), guest.known(), seat);
    }

    /** A licensed guest who waits at a seat: on their word and telephone number, not by card (R0-18, R0-56). */
    public static Participant colleague(String name, Profession profession, SeatId seat) {
        return new Participant(
                ParticipantId.next(),
                ParticipantRole.PROFESSIONAL,
                name,
                profession,
                Identification.PHONE_ONLY,
                Standing.WAITING,
                seat,
                null,
                null,
                false);
    }

    /** Signed-in staff who is in from the start. */
    public static Participant professional(StaffId staff, String name, Profession profession) {
        return staff(staff, name, profession, Standing.ADMITTED);
    }

    /** Signed-in staff who may write but is not in. */
    public static Participant invited(StaffId staff, String name, Profession profession) {
        return staff(staff, name, profession, Standing.INVITED);
    }

    private static Participant staff(StaffId staff, String name, Profession profession, Standing standing) {
        return new Participant(
                ParticipantId.next(),
                ParticipantRole.PROFESSIONAL,
                name,
                profession,
                Identification.SITHS,
                standing,
                null,
                staff,
                null,
                false);
    }

    @Override
    public String toString() {
        return "Participant[" + id + ", " + role + ", " + standing + "]";
    }
}
