package se.vardmote.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a care provider has its record, and so how long documentation is kept here: as a record of our own at least ten years
 * after the last note (patientdatalagen 3 ch. 17 §), else until {@value #DAYS_AFTER_ENTRY} days after it was entered elsewhere.
 *
 * @param years calendar years, where the record is ours
 */
public record RecordPolicy(Place place, int years) {
    public static final int DAYS_AFTER_ENTRY = 30;
    public static final RecordPolicy USUAL = new RecordPolicy(Place.OURS, 10);

    /** Where the record is. */
    public enum Place {
        OURS,
        ELSEWHERE
    }

    /**
     * The last day in Sweden on which it can be read, holds apart; empty while nothing says that it may go.
     *
     * @param signed when the latest version was signed
     * @param entered when that version was entered in the other record; null while it is not
     */
    public Optional<LocalDate> lastDay(Instant signed, @Nullable Instant entered) {
        return switch (place) {
            case OURS -> Optional.of(KeepUntil.day(signed).plusYears(years));
            case ELSEWHERE ->
                Optional.ofNullable(entered).map(at -> KeepUntil.day(at).plusDays(DAYS_AFTER_ENTRY));
        };
    }
}
