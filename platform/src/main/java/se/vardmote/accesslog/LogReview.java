package se.vardmote.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.LogReviewId;

/**
 * A review of what the staff of a unit have read in a period of Swedish days, both included.
 *
 * @param seed of what was picked at random
 * @param readings how many there were to pick from
 * @param conclusion null until the head has come to one; then it stays
 */
public record LogReview(
        LogReviewId id,
        CareProviderId careProvider,
        CareUnitId unit,
        LocalDate firstDay,
        LocalDate lastDay,
        long seed,
        Limits limits,
        int readings,
        Instant begunAt,
        String begunBy,
        @Nullable Conclusion conclusion) {

    /** What a review came to. */
    public enum Outcome {
        WITHOUT_REMARK,
        FOLLOWED_UP
    }

    /** @param words what is to be followed up, and how; may be empty without a remark */
    public record Conclusion(Outcome outcome, String words, Instant at, String by) {
        /** Characters that the words may have. */
        public static final int LONGEST = 2000;
    }
}
