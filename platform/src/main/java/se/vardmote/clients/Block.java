package se.vardmote.clients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.BlockId;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What a patient has blocked (spärr).
 *
 * @param unit whose data the other units of the care provider do not read (patientdatalagen 4:4); null for all that the care
 *     provider has, which other care providers do not read (lag 2022:913 2:3)
 * @param lifted null while it is in force
 */
public record Block(
        BlockId id,
        @Nullable CareUnitId unit,
        Instant setAt,
        String setBy,
        @Nullable Lifted lifted) {

    /** Why it was lifted. */
    public enum Why {
        /** The patient wanted it so, which they may at any time. */
        PATIENT,
        /** Another care provider asked for it: danger to life or health, and the patient cannot be asked (2022:913 3:5). */
        EMERGENCY
    }

    public record Lifted(Instant at, String by, Why why) {
        @Override
        public String toString() {
            return "Lifted[" + at + ", " + why + "]";
        }
    }

    public boolean inForce() {
        return lifted == null;
    }

    @Override
    public String toString() {
        return "Block[" + id + "]";
    }
}
