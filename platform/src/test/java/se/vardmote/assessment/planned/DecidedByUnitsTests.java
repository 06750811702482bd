package se.vardmote.assessment.planned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;

/** What units decide about calls holds for their parts too: who is sought when (R0-10), what can be asked for, who is missed. */
class DecidedByUnitsTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning there = new TestPlanning(db);
    private final TestAssessment clinic = there.clinic;
    private final CareUnitId above = clinic.cast.unit("Hälso- och sjukvård", "SE2120001132-E060", null);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_limits_cover_and_urgencies_of_the_unit_above_hold_where_the_unit_has_decided_nothing() {
        clinic.cast.partOf(TestCast.NURSES, above);
        clinic.cast.decides(above, "waiting.cover-after", "60");
        clinic.cast.decides(above, "urgency.FALL", "3");
        clinic.cast.covers(TestCast.HOME_CARE, above);
        var dropIn = clinic.waits("Tolvan Tolvansson");
        assertThat(urgency()).isEqualTo(3);

        clinic.clock.pass(Duration.ofSeconds(60));
        assertThat(clinic.escalations.seekFurther()).isOne();
        assertThat(clinic.escalations.soughtAt(TestCast.VELLINGE, List.of(TestCast.HOME_CARE)))
                .containsExactly(dropIn.id());
    }

    @Test
    void a_unit_that_decides_otherwise_than_the_one_above_is_not_sought_further_earlier() {
        clinic.cast.partOf(TestCast.NURSES, above);
        clinic.cast.decides(above, "waiting.cover-after", "60");
        clinic.cast.decides(TestCast.NURSES, "waiting.cover-after", "120");
        clinic.waits("Tolvan Tolvansson");
        clinic.clock.pass(Duration.ofSeconds(119));
        assertThat(clinic.escalations.seekFurther()).isZero();
        clinic.clock.pass(Duration.ofSeconds(1));
        assertThat(clinic.escalations.seekFurther()).isOne();
    }

    @Test
    void a_reason_can_be_chosen_where_somebody_who_may_be_sought_takes_it_and_other_always_can() {
        for (CallReason reason : CallReason.values()) clinic.cast.decides(TestCast.NURSES, "offered." + reason, "no");
        assertThat(clinic.settings.offeredBy(List.of(TestCast.NURSES))).containsExactly(CallReason.OTHER);
        assertThat(clinic.settings.offeredBy(List.of(TestCast.NURSES, TestCast.ELSEWHERE)))
                .containsExactly(CallReason.values());
    }

    @Test
    void nobody_is_awaited_for_longer_than_the_unit_has_decided() {
        Instant at = clinic.clock.instant().plus(Duration.ofHours(1));
        there.planned(at);
        clinic.cast.decides(null, "planned.missed-after", "30");
        clinic.clock.pass(Duration.ofMinutes(90));
        assertThat(there.missed()).as("thirty minutes to the second").isZero();
        clinic.clock.pass(Duration.ofSeconds(1));
        assertThat(there.missed()).isOne();
    }

    @Test
    void where_nobody_has_decided_an_hour_late_is_missed() {
        there.planned(clinic.clock.instant().plus(Duration.ofHours(1)));
        clinic.clock.pass(Duration.ofMinutes(120));
        assertThat(there.missed()).isZero();
        clinic.clock.pass(Duration.ofSeconds(1));
        assertThat(there.missed()).isOne();
    }

    private int urgency() {
        return db.owner()
                .sql("select urgency from assessment.drop_in")
                .query(Integer.class)
                .single();
    }
}
