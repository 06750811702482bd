package se.vardmote.assessment;

import java.time.Duration;
import java.util.Map;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What holds for those who wait at a receiving unit, decided there, by a unit above it, by the care provider or by nobody.
 *
 * @param coverAfter so long somebody waits before others are sought
 * @param headAfter so long after that before the head of unit sees it
 * @param cover the unit whose staff are sought; the receiving unit itself when no other is set: who is off duty may be near
 * @param urgencies of every reason, 1 is most urgent
 */
public record UnitSetting(
        Duration coverAfter, Duration headAfter, CareUnitId cover, Map<CallReason, Integer> urgencies) {
    /** Longer is a long time for a care worker alone with somebody on the floor; shorter, and everybody is sought always. */
    public static final Duration COVER_AFTER = Duration.ofMinutes(3);

    /** As long again: the cover too needs time to answer. */
    public static final Duration HEAD_AFTER = Duration.ofMinutes(3);

    /** So long only the one sounds with whom the call is agreed. */
    public static final Duration AGREED_FIRST = Duration.ofSeconds(20);

    /** How urgent a reason is here, 1 to 3. */
    public int urgency(CallReason reason) {
        return urgencies.getOrDefault(reason, usualUrgency(reason));
    }

    /**
     * 1: somebody may be hurt or getting worse, so nothing goes before. 2: cannot well wait, or nobody knows (OTHER). 3: can be
     * done later the same shift.
     */
    static int usualUrgency(CallReason reason) {
        return switch (reason) {
            case FALL, INJURY, QUICK_ASSESSMENT -> 1;
            case WOUND, AID_BROKEN, COLLAR_OR_BRACE, TRANSFER, OTHER -> 2;
            case AID_ASSESSMENT, TRAINING, DOSE_BAGS -> 3;
        };
    }
}
