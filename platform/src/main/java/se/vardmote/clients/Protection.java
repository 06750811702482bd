package se.vardmote.clients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.ProtectionId;
import se.vardmote.vocabulary.StaffId;

/**
 * That somebody has protected personal data (skyddade personuppgifter): set by anybody of the staff or by a file, taken
 * away by two persons.
 *
 * @param setBy the name of the member of staff; null for a device, and for whoever came in with a code
 * @param asked the first of the two has asked; null before that, and when it was withdrawn
 * @param removed the second has agreed; null while it is in force
 */
public record Protection(
        ProtectionId id,
        Instant setAt,
        Way way,
        @Nullable String setBy,
        @Nullable Asked asked,
        @Nullable Removed removed) {
    /** Characters of why it should be taken away. */
    public static final int LONGEST_WHY = 300;

    /** How it became known. */
    public enum Way {
        KNOCK,
        PLAN,
        CALL,
        PAGE,
        IMPORT,
        /** Marked in a call before it was the client's. */
        BEFORE
    }

    /** @param why in the words of the one who asks */
    public record Asked(StaffId staff, String by, Instant at, String why) {
        @Override
        public String toString() {
            return "Asked[" + at + "]";
        }
    }

    public record Removed(String by, Instant at) {
        @Override
        public String toString() {
            return "Removed[" + at + "]";
        }
    }

    public boolean inForce() {
        return removed == null;
    }

    @Override
    public String toString() {
        return "Protection[" + id + "]";
    }
}
