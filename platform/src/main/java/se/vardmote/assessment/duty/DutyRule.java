package se.vardmote.assessment.duty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DutyRuleId;
import se.vardmote.vocabulary.Profession;

/**
 * Knocks from a unit are answered by another, on some weekdays between two times of the clock in Sweden.
 *
 * @param area only knocks from devices of this area; null for the whole unit
 * @param profession only when somebody of this profession is sought; null for whoever is on duty
 * @param days on which the hours begin
 * @param ends the same time as {@code starts}, or an earlier one, is on the day after
 * @param to the unit that answers, possibly another care provider's: what is typed then belongs to that care provider
 * @param validTo the last day on which the hours begin, or null
 */
public record DutyRule(
        DutyRuleId id,
        CareUnitId from,
        @Nullable String area,
        @Nullable Profession profession,
        Set<DayOfWeek> days,
        LocalTime starts,
        LocalTime ends,
        CareUnitId to,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** The same rule with another last day. */
    DutyRule until(LocalDate lastDay) {
        return new DutyRule(id, from, area, profession, days, starts, ends, to, validFrom, lastDay);
    }

    /** A rule for the same hours by which another unit answers from a day on. */
    DutyRule answeredBy(DutyRuleId another, CareUnitId unit, LocalDate firstDay) {
        return new DutyRule(another, from, area, profession, days, starts, ends, unit, firstDay, validTo);
    }

    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** Least specific first: an area goes before the whole unit, a profession before any, a later rule before an earlier. */
    static final Comparator<DutyRule> SPECIFICITY = Comparator.comparing((DutyRule rule) -> rule.area() != null)
            .thenComparing(rule -> rule.profession() != null)
            .thenComparing(DutyRule::validFrom)
            .thenComparing(rule -> rule.id().toString());

    /** From, inclusive, to, exclusive. */
    record Hours(Instant from, Instant to) {
        boolean contain(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /**
     * The hours that begin on a day. They are moments, not times of the clock: when the clock is turned back nobody is
     * relieved twice, and when it is turned forward two rules that meet still meet.
     */
    Optional<Hours> beginningOn(LocalDate day) {
        if (!days.contains(day.getDayOfWeek()) || !holdsOn(day)) return Optional.empty();
        LocalDate last = ends.isAfter(starts) ? day : day.plusDays(1);
        return Optional.of(new Hours(at(day, starts), at(last, ends)));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean covers(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, SWEDEN);
        return beginningOn(day).filter(hours -> hours.contain(at)).isPresent()
                || beginningOn(day.minusDays(1))
                        .filter(hours -> hours.contain(at))
                        .isPresent();
    }

    boolean isFor(@Nullable String somewhere) {
        return area == null || area.equals(somewhere);
    }

    /** @param sought null for whoever is on duty */
    boolean answers(@Nullable Profession sought) {
        return profession == null || profession == sought;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SWEDEN).toInstant();
    }
}
