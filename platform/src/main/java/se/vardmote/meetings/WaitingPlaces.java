package se.vardmote.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.RetentionUnitId;

/** Port: what the module that knows why somebody waits tells the one who waits. */
public interface WaitingPlaces {

    /** About one conversation; empty when this module knows nothing of it. */
    Optional<WaitingPlace> about(RetentionUnitId conversation);

    /**
     * What the one who waits may know.
     *
     * @param place 1 for the next in turn; 0 when nobody waits here any longer
     * @param unitPhone E.164
     * @param steps that were taken because nobody answered, in order
     * @param refusal set when the answer was no
     */
    record WaitingPlace(
            int place,
            Instant since,
            CallReason reason,
            String unitName,
            String unitPhone,
            List<Step> steps,
            @Nullable Refusal refusal) {}

    /**
     * Somebody more has been sought.
     *
     * @param kind {@code NOBODY} could be reached at the knock, {@code COVER} or {@code HEAD} has been sought
     * @param unit whose staff
     */
    record Step(String kind, String unit, Instant at) {}

    /**
     * A no, with the way forward.
     *
     * @param outcome {@code HOME_VISIT} or {@code OTHER_WAY} (R0-15)
     * @param message what the professional wrote
     * @param by the professional's name
     */
    record Refusal(String outcome, String reasonCode, String message, String by) {}
}
