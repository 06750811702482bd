package se.vardmote.organisation.qualifications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of the training of one of the staff.
 *
 * @param plannedFor when it is to be, or to be anew
 * @param completedOn when it was done last
 * @param expiresOn the last day on which that counts; null for always
 */
public record Qualification(
        Kind kind,
        @Nullable LocalDate plannedFor,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate expiresOn) {

    /** The three that the inspectorate asks for (R3-32 to R3-34). */
    public enum Kind {
        TECHNIQUE,
        INFORMATION_SECURITY,
        EMERGENCIES
    }

    public enum State {
        MISSING,
        PLANNED,
        COMPLETED,
        EXPIRED
    }

    /** What cannot be so. */
    public enum Fault {
        /** Completed on a day that has not been yet. */
        COMPLETED_LATER,
        /** It expires, and nobody has completed it. */
        NOT_COMPLETED,
        /** It expires before it was completed. */
        EXPIRES_BEFORE
    }

    /** Nobody has recorded anything. */
    public static Qualification none(Kind kind) {
        return new Qualification(kind, null, null, null);
    }

    public List<Fault> faults(LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (completedOn != null && completedOn.isAfter(today)) faults.add(Fault.COMPLETED_LATER);
        if (expiresOn != null && completedOn == null) faults.add(Fault.NOT_COMPLETED);
        if (expiresOn != null && completedOn != null && expiresOn.isBefore(completedOn))
            faults.add(Fault.EXPIRES_BEFORE);
        return faults;
    }

    public State on(LocalDate day) {
        if (completedOn != null && !completedOn.isAfter(day))
            return expiresOn != null && expiresOn.isBefore(day) ? State.EXPIRED : State.COMPLETED;
        return plannedFor == null ? State.MISSING : State.PLANNED;
    }
}
