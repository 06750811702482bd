package se.vardmote.assessment.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.assessment.duty.ComingGaps;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.readiness.WhatUnitsLack;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** "Redo för drift" for assessment calls: who answers (R0-2), who may admit (R0-1), what to knock on (R0-43), the fallback (R2-78). */
class ReadyForCallsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(db);
    private final TestClock clock = TestClock.atNoon();
    private final Organisation organisation = new Organisation(db.app());
    private final DutyRules rules = new DutyRules(db.app());
    private final Settings settings = new Settings(db.app());
    private final WhatUnitsLack lacks = new WhatUnitsLack(db.app());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void an_hour_without_receiver_is_counted_at_the_unit_that_may_knock_then() {
        var rule = new HourWithoutReceiver(new ComingGaps(rules, new Devices(db.app(), clock), clock));
        assertThat(lacking(rule)).isEmpty();
        cast.nobodyAnswers();
        cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, "07:00", "22:00");
        assertThat(rule.lacking(units(), TODAY)).singleElement().satisfies(lack -> {
            assertThat(lack.unit()).isEqualTo(TestCast.HOME_CARE);
            assertThat(lack.many()).as("fourteen nights").isEqualTo(14);
        });
    }

    @Test
    void a_unit_that_answers_needs_a_duty_phone_of_its_own_or_from_above() {
        var rule = new ReceiverWithoutDutyPhone(rules, settings);
        assertThat(lacking(rule)).containsExactly(TestCast.NURSES);
        cast.decides(null, "numbers.duty-phone", "+46406280499");
        assertThat(lacking(rule)).isEmpty();
        cast.decides(TestCast.NURSES, "numbers.duty-phone", "");
        assertThat(lacking(rule)).containsExactly(TestCast.NURSES);
    }

    @Test
    void a_unit_that_answers_needs_somebody_licensed() {
        var rule = new ReceiverWithoutLicensedStaff(rules, organisation);
        cast.commission(
                cast.staff("SE2120001132-1010", "Kim Ekdal", Profession.ASSISTANT_NURSE),
                TestCast.NURSES,
                TestCast.CARE);
        assertThat(lacking(rule)).containsExactly(TestCast.NURSES);
        StaffId nurse = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE, TODAY.minusDays(9), TODAY.minusDays(1));
        assertThat(lacking(rule)).as("a commission that is over").containsExactly(TestCast.NURSES);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        assertThat(lacking(rule)).isEmpty();
    }

    @Test
    void a_unit_that_knocks_needs_a_device_that_works() {
        var rule = new CallerWithoutDevice(rules, lacks);
        assertThat(lacking(rule)).containsExactly(TestCast.HOME_CARE);
        DeviceId device = cast.device("iPad 07");
        assertThat(lacking(rule)).isEmpty();
        db.owner()
                .sql("update organisation.device set defect = true where id = ?")
                .param(device.value())
                .update();
        assertThat(lacking(rule)).containsExactly(TestCast.HOME_CARE);
    }

    @Test
    void a_unit_that_knocks_needs_a_routine_for_when_video_does_not_work() {
        var rule = new CallerWithoutFallbackRoutine(rules, settings);
        assertThat(lacking(rule)).containsExactly(TestCast.HOME_CARE);
        cast.decides(null, "routine.fallback", "Ring sjuksköterskan.");
        assertThat(lacking(rule)).isEmpty();
    }

    @Test
    void a_unit_that_neither_knocks_nor_answers_lacks_none_of_it() {
        cast.nobodyAnswers();
        for (ReadinessRule rule : List.of(
                new ReceiverWithoutDutyPhone(rules, settings),
                new ReceiverWithoutLicensedStaff(rules, organisation),
                new CallerWithoutDevice(rules, lacks),
                new CallerWithoutFallbackRoutine(rules, settings)))
            assertThat(lacking(rule)).isEmpty();
    }

    private List<CareUnitId> lacking(ReadinessRule rule) {
        return rule.lacking(units(), TODAY).stream().map(Lack::unit).toList();
    }

    private List<CareUnit> units() {
        return organisation.unitsOf(TestCast.VELLINGE);
    }
}
