package se.vardmote.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * Somebody who has knocked. It becomes a meeting when a licensed professional lets in; refused, it never does.
 *
 * @param fromUnit null for a visitor with a code
 * @param wanted whom they want to reach, where that decided who answers
 * @param agreedWith the professional with whom the call is agreed, when it is one of those known
 * @param staffProfession of somebody licensed who is at the patient's; null for a care worker
 * @param agreedFor the time that was agreed on ahead; null when it was agreed just now
 * @param typed what was written at the knock
 * @param protectedIdentity the name typed is an alias; the true one stands with the client only
 * @param judgement null while it waits, and when it was withdrawn
 */
public record DropIn(
        DropInId id,
        CareProviderId careProvider,
        CareUnitId receivingUnit,
        RetentionUnitId conversation,
        ClientId client,
        @Nullable CareUnitId fromUnit,
        @Nullable String fromArea,
        CallReason reason,
        @Nullable Profession wanted,
        @Nullable StaffId agreedWith,
        @Nullable Profession staffProfession,
        @Nullable Instant agreedFor,
        Instant knockedAt,
        State state,
        Typed typed,
        boolean protectedIdentity,
        @Nullable Judgement judgement) {

    /** Where it stands. */
    public enum State {
        WAITING,
        ADMITTED,
        TURNED_AWAY,
        WITHDRAWN
    }

    /** Encrypted in the database under the conversation's key. */
    public record Typed(
            String patientName,
            String staffName,
            PhoneNumber staffPhone,
            @Nullable String identityNote,
            String spokenWith) {
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    /**
     * The suitability judgement (R0-14, R0-15).
     *
     * @param meeting set for {@code DIGITAL}
     * @param reasonCode and {@code message} set for the other two
     */
    public record Judgement(
            Outcome outcome,
            StaffId by,
            String byName,
            Instant at,
            @Nullable Informed informed,
            String informedWhy,
            @Nullable String reasonCode,
            String message,
            @Nullable MeetingId meeting) {
        @Override
        public String toString() {
            return "Judgement[" + outcome + "]";
        }
    }

    /** What was judged (R0-15). */
    public enum Outcome {
        DIGITAL,
        HOME_VISIT,
        OTHER_WAY
    }

    /** Whether the patient knows that this is a video call (R0-19). */
    public enum Informed {
        YES,
        COULD_NOT
    }

    @Override
    public String toString() {
        return "DropIn[" + id + ", " + state + "]";
    }
}
