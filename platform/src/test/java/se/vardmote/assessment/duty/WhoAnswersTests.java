package se.vardmote.assessment.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DutyRuleId;
import se.vardmote.vocabulary.Profession;

/** R0-2, R0-10, R0-32: who answers at an hour, also when the clock is changed, and the hours without anybody. */
class WhoAnswersTests {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final CareUnitId HOME_CARE = CareUnitId.next();
    private static final CareUnitId BY_DAY = CareUnitId.next();
    private static final CareUnitId BY_NIGHT = CareUnitId.next();
    private static final CareUnitId REHAB = CareUnitId.next();
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final DutyRule DAY = rule("07:00", "22:00", BY_DAY);
    private static final DutyRule NIGHT = rule("22:00", "07:00", BY_NIGHT);
    private final DutyTable dayAndNight = new DutyTable(List.of(DAY, NIGHT));

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T07:00, day",
        "2026-11-26T21:59, day",
        "2026-11-26T22:00, night",
        "2026-11-27T00:00, night",
        "2026-11-27T06:59, night",
        "2026-11-27T07:00, day"
    })
    void hours_over_midnight_belong_to_the_day_on_which_they_begin(String at, String who) {
        assertThat(dayAndNight.receiver(in(at), null, null)).contains(who.equals("day") ? BY_DAY : BY_NIGHT);
    }

    @Test
    void a_night_that_begins_on_a_friday_lasts_into_saturday_and_none_begins_then() {
        var table = new DutyTable(List.of(rule(EnumSet.of(DayOfWeek.FRIDAY), null, null, "22:00", "07:00", BY_NIGHT)));
        assertThat(table.receiver(in("2026-11-28T06:59"), null, null)).contains(BY_NIGHT);
        assertThat(table.receiver(in("2026-11-28T23:00"), null, null)).isEmpty();
        assertThat(table.receiver(in("2026-11-27T06:00"), null, null)).isEmpty();
    }

    /** Nobody is relieved twice, and nobody is left alone: the hour that comes twice, and the one that never comes. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-10-25", "2027-03-28"})
    void on_the_nights_when_the_clock_is_changed_there_is_one_hand_over_and_always_somebody(String day) {
        var table = new DutyTable(List.of(
                rule("22:00", "02:30", BY_NIGHT), rule("02:30", "07:00", REHAB), rule("07:00", "22:00", BY_DAY)));
        LocalDate night = LocalDate.parse(day);
        Instant from = night.minusDays(1).atTime(22, 0).atZone(SWEDEN).toInstant();
        Instant to = night.atTime(7, 0).atZone(SWEDEN).toInstant();
        List<CareUnitId> minutes = Stream.iterate(from, at -> at.isBefore(to), at -> at.plusSeconds(60))
                .map(at -> table.receiver(at, null, null).orElseThrow())
                .toList();
        assertThat(minutes.stream().distinct()).containsExactly(BY_NIGHT, REHAB);
        assertThat(minutes.lastIndexOf(BY_NIGHT)).isLessThan(minutes.indexOf(REHAB));
        assertThat(table.gaps(null, from, 2)).isEmpty();
    }

    @Test
    void the_night_is_an_hour_longer_in_october_and_an_hour_shorter_in_march() {
        assertThat(hoursOf(NIGHT, "2026-10-24")).isEqualTo(10);
        assertThat(hoursOf(NIGHT, "2027-03-27")).isEqualTo(8);
        assertThat(hoursOf(NIGHT, "2026-11-26")).isEqualTo(9);
    }

    @Test
    void an_area_goes_before_the_unit_and_a_profession_before_whoever_is_on_duty() {
        var table = new DutyTable(List.of(
                rule(EVERY_DAY, "Höllviken", null, "00:00", "00:00", BY_NIGHT),
                rule(EVERY_DAY, null, Profession.PHYSIOTHERAPIST, "00:00", "00:00", REHAB),
                rule(EVERY_DAY, null, null, "00:00", "00:00", BY_DAY)));
        Instant now = in("2026-11-26T12:00");
        assertThat(table.receiver(now, null, null)).contains(BY_DAY);
        assertThat(table.receiver(now, "Vellinge", Profession.PHYSIOTHERAPIST)).contains(REHAB);
        assertThat(table.receiver(now, "Vellinge", Profession.NURSE)).contains(BY_DAY);
        assertThat(table.receiver(now, "Höllviken", Profession.PHYSIOTHERAPIST)).contains(BY_NIGHT);
    }

    @Test
    void of_two_rules_that_are_equally_specific_the_later_holds_from_its_day_on() {
        var later = new DutyRule(
                DutyRuleId.next(),
                HOME_CARE,
                null,
                null,
                EVERY_DAY,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                BY_NIGHT,
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-31"));
        var table = new DutyTable(List.of(later, rule("00:00", "00:00", BY_DAY)));
        assertThat(table.receiver(in("2026-11-30T23:59"), null, null)).contains(BY_DAY);
        assertThat(table.receiver(in("2026-12-01T00:00"), null, null)).contains(BY_NIGHT);
        assertThat(table.receiver(in("2027-01-01T00:00"), null, null)).contains(BY_DAY);
    }

    @Test
    void whom_to_reach_is_asked_only_where_it_decides_who_answers() {
        var nurse = rule(EVERY_DAY, null, Profession.NURSE, "00:00", "00:00", BY_DAY);
        var physio = rule(WORKING_DAYS, null, Profession.PHYSIOTHERAPIST, "08:00", "16:00", REHAB);
        var table = new DutyTable(List.of(nurse, physio));
        assertThat(table.choices(in("2026-11-26T12:00"), null))
                .containsExactly(
                        new DutyTable.Choice(Profession.NURSE, BY_DAY),
                        new DutyTable.Choice(Profession.PHYSIOTHERAPIST, REHAB));
        assertThat(dayAndNight.choices(in("2026-11-26T12:00"), null))
                .containsExactly(new DutyTable.Choice(null, BY_DAY));
        assertThat(new DutyTable(List.of(nurse)).choices(in("2026-11-26T12:00"), null))
                .containsExactly(new DutyTable.Choice(null, BY_DAY));
        assertThat(new DutyTable(List.of(physio)).choices(in("2026-11-26T17:00"), null))
                .isEmpty();
    }

    /** At 15.30 the nurses have gone home: whoever seeks one does not come to Rehab without knowing. */
    @Test
    void the_profession_that_alone_answers_is_named_where_others_answer_at_other_hours() {
        var nurse = rule(EVERY_DAY, null, Profession.NURSE, "07:00", "15:00", BY_DAY);
        var physio = rule(EVERY_DAY, null, Profession.PHYSIOTHERAPIST, "08:00", "16:00", REHAB);
        var table = new DutyTable(List.of(nurse, physio));
        assertThat(table.choices(in("2026-11-26T15:30"), null))
                .containsExactly(new DutyTable.Choice(Profession.PHYSIOTHERAPIST, REHAB));
        var whoever = new DutyTable(List.of(nurse, physio, rule("00:00", "00:00", BY_NIGHT)));
        assertThat(whoever.choices(in("2026-11-26T17:00"), null))
                .as("somebody answers whoever is sought")
                .containsExactly(new DutyTable.Choice(null, BY_NIGHT));
        var oneUnit = rule(EVERY_DAY, null, Profession.PHYSIOTHERAPIST, "07:00", "15:00", BY_DAY);
        assertThat(new DutyTable(List.of(nurse, oneUnit)).choices(in("2026-11-26T12:00"), null))
                .as("both are answered by the same unit")
                .containsExactly(new DutyTable.Choice(null, BY_DAY));
    }

    @Test
    void an_hour_without_one_of_the_professions_is_found_before_it_comes_and_is_no_gap() {
        var nurse = rule(EVERY_DAY, null, Profession.NURSE, "07:00", "15:00", BY_DAY);
        var physio = rule(EVERY_DAY, null, Profession.PHYSIOTHERAPIST, "08:00", "16:00", REHAB);
        var table = new DutyTable(List.of(nurse, physio));
        Instant noon = in("2026-11-26T12:00");
        assertThat(table.gaps(null, noon, 1)).containsExactly(gap("2026-11-26T16:00", "2026-11-27T07:00"));
        assertThat(table.missing(null, noon, 1))
                .containsExactly(
                        gap("2026-11-26T15:00", "2026-11-26T16:00", Profession.NURSE),
                        gap("2026-11-27T07:00", "2026-11-27T08:00", Profession.PHYSIOTHERAPIST));
        assertThat(new DutyTable(List.of(nurse, rule("00:00", "00:00", BY_NIGHT))).missing(null, noon, 14))
                .as("whoever is on duty answers for the nurse too")
                .isEmpty();
    }

    @Test
    void a_profession_of_another_area_or_of_a_rule_that_has_ended_is_not_missed() {
        var ended = new DutyRule(
                DutyRuleId.next(),
                HOME_CARE,
                null,
                Profession.PHYSICIAN,
                EVERY_DAY,
                LocalTime.of(8, 0),
                LocalTime.of(9, 0),
                REHAB,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-11-25"));
        var nurse = rule(EVERY_DAY, null, Profession.NURSE, "00:00", "00:00", BY_DAY);
        var elsewhere = rule(EVERY_DAY, "Höllviken", Profession.PHYSIOTHERAPIST, "08:00", "16:00", REHAB);
        var table = new DutyTable(List.of(ended, nurse, elsewhere));
        Instant evening = in("2026-11-26T17:00");
        assertThat(table.missing("Vellinge", evening, 7)).isEmpty();
        assertThat(table.choices(evening, "Vellinge")).containsExactly(new DutyTable.Choice(null, BY_DAY));
        assertThat(table.missing("Höllviken", evening, 1))
                .containsExactly(
                        gap("2026-11-26T17:00", "2026-11-27T08:00", Profession.PHYSIOTHERAPIST),
                        gap("2026-11-27T16:00", "2026-11-27T17:00", Profession.PHYSIOTHERAPIST));
    }

    @Test
    void an_hour_without_anybody_is_found_before_it_comes() {
        var table = new DutyTable(List.of(
                rule("06:00", "22:00", BY_DAY),
                rule("22:00", "02:00", BY_NIGHT),
                rule(EnumSet.complementOf(EnumSet.of(DayOfWeek.SATURDAY)), null, null, "02:00", "06:00", BY_NIGHT)));
        assertThat(table.gaps(null, in("2026-11-26T17:00"), 14))
                .containsExactly(
                        gap("2026-11-28T02:00", "2026-11-28T06:00"), gap("2026-12-05T02:00", "2026-12-05T06:00"));
        assertThat(table.gaps(null, in("2026-11-28T03:00"), 1))
                .containsExactly(gap("2026-11-28T03:00", "2026-11-28T06:00"));
        assertThat(table.nextAnswer(null, in("2026-11-28T03:00"))).contains(in("2026-11-28T06:00"));
    }

    @Test
    void a_unit_without_rules_has_nobody_at_all() {
        var table = new DutyTable(List.of());
        Instant now = in("2026-11-26T17:00");
        assertThat(table.gaps(null, now, 14)).containsExactly(gap("2026-11-26T17:00", "2026-12-10T17:00"));
        assertThat(table.choices(now, null)).isEmpty();
        assertThat(table.nextAnswer(null, now)).isEmpty();
    }

    @Test
    void a_rule_that_ends_leaves_a_gap_that_is_found_and_another_areas_rule_does_not_fill_it() {
        var ending = new DutyRule(
                DutyRuleId.next(),
                HOME_CARE,
                null,
                null,
                EVERY_DAY,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                BY_DAY,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-11-30"));
        var table = new DutyTable(List.of(ending, rule(EVERY_DAY, "Höllviken", null, "00:00", "00:00", BY_NIGHT)));
        assertThat(table.gaps("Vellinge", in("2026-11-26T00:00"), 14))
                .containsExactly(gap("2026-12-01T00:00", "2026-12-10T00:00"));
        assertThat(table.gaps("Höllviken", in("2026-11-26T00:00"), 14)).isEmpty();
    }

    private static long hoursOf(DutyRule rule, String day) {
        var hours = rule.beginningOn(LocalDate.parse(day)).orElseThrow();
        return java.time.Duration.between(hours.from(), hours.to()).toHours();
    }

    private static DutyTable.Gap gap(String from, String to) {
        return gap(from, to, null);
    }

    private static DutyTable.Gap gap(String from, String to, @Nullable Profession profession) {
        return new DutyTable.Gap(in(from), in(to), profession);
    }

    private static Instant in(String local) {
        return LocalDateTime.parse(local).atZone(SWEDEN).toInstant();
    }

    private static DutyRule rule(String starts, String ends, CareUnitId to) {
        return rule(EVERY_DAY, null, null, starts, ends, to);
    }

    private static DutyRule rule(
            Set<DayOfWeek> days,
            @Nullable String area,
            @Nullable Profession profession,
            String starts,
            String ends,
            CareUnitId to) {
        return new DutyRule(
                DutyRuleId.next(),
                HOME_CARE,
                area,
                profession,
                days,
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                to,
                LocalDate.parse("2026-01-01"),
                null);
    }
}
