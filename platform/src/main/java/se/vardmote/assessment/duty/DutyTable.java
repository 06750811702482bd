package se.vardmote.assessment.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;

/**
 * Who answers knocks from one unit (R0-2, R0-10, R0-32). Of the rules that hold at a moment the most specific decides; an
 * hour that no rule covers is a gap, which {@link #gaps} finds before it comes. One at which somebody answers, but nobody of
 * a profession that is answered for at other hours, closes nothing, but is told: nobody shall reach another than they sought
 * without knowing.
 */
public final class DutyTable {
    private final List<DutyRule> rules;

    /** @param rules of one unit */
    public DutyTable(List<DutyRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Somebody who can be sought.
     *
     * @param profession null for whoever is on duty
     */
    public record Choice(@Nullable Profession profession, CareUnitId receiver) {}

    /**
     * Nobody answers from, inclusive, to, exclusive.
     *
     * @param profession nobody of this one, although somebody else does; null for nobody at all
     */
    public record Gap(Instant from, Instant to, @Nullable Profession profession) {}

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Areas that have rules of their own. */
    public List<String> areas() {
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.area()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Every unit that answers at some time. */
    public List<CareUnitId> receivers() {
        return rules.stream().map(DutyRule::to).distinct().toList();
    }

    /**
     * Who answers at a moment.
     *
     * @param sought null for whoever is on duty
     */
    public Optional<CareUnitId> receiver(Instant at, @Nullable String area, @Nullable Profession sought) {
        return covering(at, area)
                .filter(rule -> rule.answers(sought))
                .max(DutyRule.SPECIFICITY)
                .map(DutyRule::to);
    }

    /**
     * Whom one can choose between at a moment: none at a gap, one without profession when it is decided whoever is sought,
     * else each profession that answers, in order, and whoever is on duty last. A single one with its profession is the only
     * one that answers then of those that can be sought from there.
     */
    public List<Choice> choices(Instant at, @Nullable String area) {
        List<Choice> choices = covering(at, area)
                .map(DutyRule::profession)
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .map(sought -> new Choice(sought, receiver(at, area, sought).orElseThrow()))
                .toList();
        boolean decided = choices.stream().map(Choice::receiver).distinct().count() == 1
                && sought(at, area)
                        .allMatch(profession -> receiver(at, area, profession).isPresent());
        return decided ? List.of(new Choice(null, choices.getFirst().receiver())) : choices;
    }

    /** The hours without anybody, from a moment and so many days on, earliest first. */
    public List<Gap> gaps(@Nullable String area, Instant from, int days) {
        Instant until = until(from, days);
        return uncovered(between(from, until, rule -> rule.isFor(area)), from, until, null);
    }

    /** The hours at which somebody answers, but nobody of a profession that can be sought: by profession, earliest first. */
    public List<Gap> missing(@Nullable String area, Instant from, int days) {
        Instant until = until(from, days);
        List<DutyRule.Hours> nobody = gaps(area, from, days).stream()
                .map(gap -> new DutyRule.Hours(gap.from(), gap.to()))
                .toList();
        return sought(from, area)
                .flatMap(profession -> {
                    var answered = between(from, until, rule -> rule.isFor(area) && rule.answers(profession));
                    return uncovered(
                            Stream.concat(nobody.stream(), answered.stream()).toList(), from, until, profession)
                            .stream();
                })
                .toList();
    }

    private static List<Gap> uncovered(
            List<DutyRule.Hours> hours, Instant from, Instant until, @Nullable Profession profession) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = from;
        for (DutyRule.Hours some : hours.stream()
                .sorted(Comparator.comparing(DutyRule.Hours::from))
                .toList()) {
            if (some.from().isAfter(covered)) gaps.add(new Gap(covered, some.from(), profession));
            if (some.to().isAfter(covered)) covered = some.to();
        }
        if (covered.isBefore(until)) gaps.add(new Gap(covered, until, profession));
        return gaps;
    }

    /** When somebody answers again, within a fortnight; the moment itself when somebody answers now. */
    public Optional<Instant> nextAnswer(@Nullable String area, Instant from) {
        return between(from, until(from, 14), rule -> rule.isFor(area)).stream()
                .min(Comparator.comparing(DutyRule.Hours::from))
                .map(hours -> hours.from().isBefore(from) ? from : hours.from());
    }

    private Stream<DutyRule> covering(Instant at, @Nullable String area) {
        return rules.stream().filter(rule -> rule.isFor(area) && rule.covers(at));
    }

    /** Professions that have rules of their own on the day of a moment. */
    private Stream<Profession> sought(Instant at, @Nullable String area) {
        LocalDate day = LocalDate.ofInstant(at, DutyRule.SWEDEN);
        return rules.stream()
                .filter(rule -> rule.isFor(area) && rule.holdsOn(day))
                .flatMap(rule -> Stream.ofNullable(rule.profession()))
                .distinct()
                .sorted();
    }

    private static Instant until(Instant from, int days) {
        return from.atZone(DutyRule.SWEDEN).plusDays(days).toInstant();
    }

    private List<DutyRule.Hours> between(Instant from, Instant until, Predicate<DutyRule> which) {
        LocalDate first = LocalDate.ofInstant(from, DutyRule.SWEDEN).minusDays(1);
        LocalDate last = LocalDate.ofInstant(until, DutyRule.SWEDEN);
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> rules.stream().filter(which).flatMap(rule -> rule.beginningOn(day).stream()))
                .filter(hours -> hours.to().isAfter(from) && hours.from().isBefore(until))
                .toList();
    }
}
