package se.vardmote.meetings;

import java.time.Instant;
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
     * @param refusal set when the answer was no
     */
    record WaitingPlace(
            int place,
            Instant since,
            CallReason reason,
            String unitName,
            String unitPhone,
            @Nullable Refusal refusal) {}

    /**
     * A no, with the way forward.
     *
     * @param outcome {@code HOME_VISIT} or {@code OTHER_WAY} (R0-15)
     * @param message what the professional wrote
     * @param by the professional's name
     */
    record Refusal(String outcome, String reasonCode, String message, String by) {}
}
