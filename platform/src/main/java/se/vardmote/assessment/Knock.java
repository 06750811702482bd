package se.vardmote.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.clients.Client;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * A knock, read and checked (R0-51..R0-54).
 *
 * @param key the same for the same form, however often it arrives
 * @param identityNote whose reserve number it is, or why the identity is unknown; null for a personal number
 * @param profession of somebody licensed who is at the patient's (R0-18); null for a care worker
 * @param protectedIdentity the patient has protected personal data: name and number are shown only on request
 * @param agreement with whom the call was agreed (R0-11)
 * @param agreedFor the time agreed on ahead (R0-13, R0-20); null when it was agreed just now
 */
public record Knock(
        UUID key,
        PersonName staffName,
        PhoneNumber staffPhone,
        @Nullable Profession profession,
        PersonName patientName,
        PersonId patient,
        @Nullable String identityNote,
        CallReason reason,
        Agreement agreement,
        @Nullable Instant agreedFor,
        boolean protectedIdentity) {
    /** The name for everybody who has not opened the details of this one patient. */
    public PersonName shownName() {
        return protectedIdentity ? Client.ALIAS : patientName;
    }

    /** The same, of a patient of whom it is known from elsewhere that they are protected. */
    Knock hidden() {
        return new Knock(
                key,
                staffName,
                staffPhone,
                profession,
                patientName,
                patient,
                identityNote,
                reason,
                agreement,
                agreedFor,
                true);
    }

    /** The professional whom the care worker has agreed with: known to us, or named. */
    public record Agreement(@Nullable StaffId staff, String name) {
        @Override
        public String toString() {
            return "Agreement[]";
        }
    }

    /**
     * From where somebody knocks, and who answers there.
     *
     * @param unit null for a visitor with a code
     * @param device null for a visitor with a code
     * @param sought the profession that decided who answers; null for whoever is on duty
     */
    public record Door(
            @Nullable CareUnitId unit,
            @Nullable DeviceId device,
            @Nullable String area,
            @Nullable Profession sought,
            CareUnit receiving) {}

    @Override
    public String toString() {
        return "Knock[" + key + "]";
    }
}
