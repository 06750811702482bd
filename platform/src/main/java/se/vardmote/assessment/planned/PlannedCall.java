package se.vardmote.assessment.planned;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.clients.Client;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * A call that two have agreed on: a licensed professional and whoever will be at the patient's (R0-11 to R0-13).
 *
 * @param careProvider the professional's
 * @param conversation the retention unit that becomes the drop-in's when somebody comes
 * @param staff the professional
 * @param homeUnit whose devices show it; null when they come in with a code only
 * @param profession of whoever will be there, when licensed (R0-18)
 * @param protectedIdentity the patient has protected personal data: lists and devices show neither name nor number
 * @param byCareWorker planned on a device, not by the professional (R0-16, R0-17)
 * @param name what both call it, such as {@code A37}: says nothing of the patient
 */
public record PlannedCall(
        PlannedCallId id,
        CareProviderId careProvider,
        CareUnitId receivingUnit,
        RetentionUnitId conversation,
        ClientId client,
        StaffId staff,
        @Nullable CareUnitId homeUnit,
        boolean byCareWorker,
        Set<Purpose> purposes,
        CallReason reason,
        Channel channel,
        @Nullable Profession profession,
        boolean protectedIdentity,
        Instant plannedAt,
        Instant at,
        String name,
        @Nullable UUID series,
        State state,
        Typed typed) {

    /** What it is for; both may hold (R0-5). */
    public enum Purpose {
        ASSESSMENT,
        FOLLOW_UP
    }

    /** How it was agreed (R0-12). */
    public enum Channel {
        TELEPHONE,
        OTHER
    }

    /** Where it stands. */
    public enum State {
        PLANNED,
        CAME,
        CANCELLED,
        MISSED
    }

    /** Encrypted in the database under the conversation's key: the patient's name, and who will be there. */
    public record Typed(String patientName, String staffName, PhoneNumber staffPhone) {
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    /** The name for everybody who has not opened this one call. */
    public String shownName() {
        return protectedIdentity ? Client.ALIAS.value() : typed.patientName();
    }

    /** Somebody may come to it, or has come and may come back. */
    boolean open() {
        return state == State.PLANNED || state == State.CAME;
    }

    /** Booked (R0-20); else the professional has started it at once (R0-21). */
    public boolean ahead() {
        return at.isAfter(plannedAt);
    }

    @Override
    public String toString() {
        return "PlannedCall[" + id + ", " + state + "]";
    }
}
