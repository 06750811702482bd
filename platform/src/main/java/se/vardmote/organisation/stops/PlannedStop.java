package se.vardmote.organisation.stops;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.PlannedStopId;

/**
 * A planned stop, told from {@code announcedFrom} until it ends.
 *
 * @param units that it was announced for; none for all of the care provider's
 * @param reached the same with all their parts
 * @param text Swedish, 1 to {@value #LONGEST} characters
 * @param english the same in English, where somebody has written it
 */
public record PlannedStop(
        PlannedStopId id,
        CareProviderId careProvider,
        Set<CareUnitId> units,
        Set<CareUnitId> reached,
        String text,
        @Nullable String english,
        Instant announcedFrom,
        Instant starts,
        Instant ends) {
    public static final int LONGEST = 300;

    /** It is announced or goes on. */
    public boolean toldAt(Instant now) {
        return !now.isBefore(announcedFrom) && now.isBefore(ends);
    }

    public boolean runsAt(Instant now) {
        return !now.isBefore(starts) && now.isBefore(ends);
    }

    /** @param unit null for somebody who is at no unit that we know: told of every one of the care provider's */
    public boolean reaches(CareProviderId provider, @Nullable CareUnitId unit) {
        return careProvider.equals(provider) && (units.isEmpty() || unit == null || reached.contains(unit));
    }
}
