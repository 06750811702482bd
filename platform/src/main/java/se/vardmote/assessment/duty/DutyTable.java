package se.vardmote.assessment.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;

/**
 * Who answers knocks from one unit (R0-2, R0-10, R0-32). Of the rules that hold at a moment the most specific decides; an
 * hour that no rule covers is a gap, which {@link #gaps} finds before it comes.
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

    /** Nobody answers from, inclusive, to, exclusive. */
    public record Gap(Instant from, Instant to) {}

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
                .filter(rule -> rule.profession() == null || rule.profession() == sought)
                .max(DutyRule.SPECIFICITY)
                .map(DutyRule::to);
    }

    /**
     * Whom one can choose between at a moment: none at a gap, one when it is decided whoever is sought, else each
     * profession that the table names, in order, and whoever is on duty last.
     */
    public List<Choice> choices(Instant at, @Nullable String area) {
        List<Choice> choices = covering(at, area)
                .map(DutyRule::profession)
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .map(sought -> new Choice(sought, receiver(at, area, sought).orElseThrow()))
                .toList();
        boolean decided = choices.stream().map(Choice::receiver).distinct().count() == 1;
        return decided ? List.of(new Choice(null, choices.getFirst().receiver())) : choices;
    }

    /** The hours without anybody, from a moment and so many days on, earliest first. */
    public List<Gap> gaps(@Nullable String area, Instant from, int days) {
        Instant until = from.atZone(DutyRule.SWEDEN).plusDays(days).toInstant();
        List<Gap> gaps = new ArrayList<>();
        Instant covered = from;
        for (DutyRule.Hours hours : between(area, from, until)) {
            if (hours.from().isAfter(covered)) gaps.add(new Gap(covered, hours.from()));
            if (hours.to().isAfter(covered)) covered = hours.to();
        }
        if (covered.isBefore(until)) gaps.add(new Gap(covered, until));
        return gaps;
    }

    /** When somebody answers again, within a fortnight; the moment itself when somebody answers now. */
    public Optional<Instant> nextAnswer(@Nullable String area, Instant from) {
        Instant until = from.atZone(DutyRule.SWEDEN).plusDays(14).toInstant();
        return between(area, from, until).stream()
                .filter(hours -> hours.to().isAfter(from))
                .findFirst()
                .map(hours -> hours.from().isBefore(from) ? from : hours.from());
    }

    private Stream<DutyRule> covering(Instant at, @Nullable String area) {
        return rules.stream().filter(rule -> rule.isFor(area) && rule.covers(at));
    }

    private List<DutyRule.Hours> between(@Nullable String area, Instant from, Instant until) {
        LocalDate first = LocalDate.ofInstant(from, DutyRule.SWEDEN).minusDays(1);
        LocalDate last = LocalDate.ofInstant(until, DutyRule.SWEDEN);
        return first.datesUntil(last.plusDays(1))
                .flatMap(day ->
                        rules.stream().filter(rule -> rule.isFor(area)).flatMap(rule -> rule.beginningOn(day).stream()))
                .filter(hours -> hours.to().isAfter(from) && hours.from().isBefore(until))
                .sorted(Comparator.comparing(DutyRule.Hours::from))
                .toList();
    }
}
