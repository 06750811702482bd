package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Assurance;
import se.vardmote.access.Relation;
import se.vardmote.access.Sessions;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.meetings.WaitingPlaces.Step;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-2, R0-10: nobody is left waiting unseen. Who is sought next, when, and that the one who waits is told each step. */
class NobodyAnswersTests {
    private static final String NURSES = "Kommunsjuksköterskorna";
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void who_knocks_when_nobody_can_be_reached_is_told_at_once_with_the_units_number() {
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        assertThat(steps(dropIn)).containsExactly(new Step("NOBODY", NURSES, dropIn.knockedAt()));
        assertThat(there.queue.about(dropIn.conversation()).orElseThrow().unitPhone())
                .isEqualTo("+46406280400");
    }

    @Test
    void who_knocks_when_somebody_is_on_duty_is_told_nothing_more() {
        onDuty();
        assertThat(steps(there.waits("Tolvan Tolvansson"))).isEmpty();
    }

    @Test
    void who_waits_when_the_last_on_duty_is_reached_no_more_is_told_too() {
        onDuty();
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        there.clock.pass(Duration.ofSeconds(59));
        assertThat(there.escalations.seekFurther()).isZero();
        there.clock.pass(Duration.ofSeconds(1));
        assertThat(there.escalations.seekFurther()).isOne();
        assertThat(steps(dropIn)).containsExactly(new Step("NOBODY", NURSES, there.clock.instant()));
        assertThat(there.escalations.seekFurther()).isZero();
    }

    @Test
    void after_three_minutes_those_off_duty_are_sought_and_after_three_more_the_head_each_once() {
        StaffMember nurse = onDuty();
        StaffId head = there.cast.staff("SE2120001132-1009", "Hedda Chef", Profession.NURSE);
        there.cast.setting(TestCast.NURSES, 180, null, head);
        DropIn dropIn = there.waits("Tolvan Tolvansson");

        there.clock.pass(Duration.ofSeconds(179));
        there.roster.answered(nurse);
        assertThat(there.escalations.seekFurther()).isZero();
        there.clock.pass(Duration.ofSeconds(1));
        assertThat(there.escalations.seekFurther()).isOne();
        assertThat(there.escalations.seekFurther()).isZero();
        assertThat(there.escalations.seenBy(head)).isEmpty();

        there.clock.pass(UnitSetting.HEAD_AFTER);
        there.roster.answered(nurse);
        assertThat(there.escalations.seekFurther()).isOne();
        assertThat(there.escalations.seekFurther()).isZero();
        assertThat(steps(dropIn)).extracting(Step::kind).containsExactly("COVER", "HEAD");
        assertThat(there.escalations.seenBy(head))
                .extracting(Escalations.TooLong::unit, Escalations.TooLong::since)
                .containsExactly(tuple(TestCast.NURSES, dropIn.knockedAt()));
        assertThat(there.escalations.seenBy(StaffId.next())).isEmpty();
    }

    @Test
    void who_has_been_answered_is_sought_for_no_further() {
        DropIn answered = there.waits("Besvarad");
        DropIn gone = there.waits("Borta");
        there.judgement.turnAway(TestCast.nurse(), answered.id(), TestAssessment.homeVisit());
        there.dropIns.withdraw(gone.id());
        there.clock.pass(Duration.ofHours(1));
        assertThat(there.escalations.seekFurther()).isZero();
    }

    @Test
    void a_unit_may_have_a_limit_of_its_own() {
        there.cast.setting(TestCast.NURSES, 30, null, null);
        there.waits("Tolvan Tolvansson");
        there.clock.pass(Duration.ofSeconds(30));
        assertThat(there.escalations.seekFurther()).isOne();
    }

    /** Two nodes, or one that was killed and started again. */
    @Test
    void many_who_look_at_once_take_each_step_once() throws Exception {
        for (int i = 0; i < 20; i++) there.waits("Patient " + i);
        there.clock.pass(UnitSetting.COVER_AFTER);
        Callable<Integer> look = there.escalations::seekFurther;
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one :
                    threads.invokeAll(Stream.generate(() -> look).limit(4).toList())) taken += one.get();
        }
        assertThat(taken + there.escalations.seekFurther()).isEqualTo(20);
    }

    @Test
    void a_unit_that_is_sought_as_cover_sees_and_may_answer_and_its_commission_is_on_record() {
        there.cast.setting(TestCast.NURSES, 180, TestCast.HOME_CARE, null);
        StaffMember cover = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.HOME_CARE))
                .isEmpty();
        assertThatThrownBy(() -> there.judgement.admit(cover, dropIn.id(), TestAssessment.informed()))
                .isInstanceOf(ProblemException.class);

        there.clock.pass(UnitSetting.COVER_AFTER);
        there.escalations.seekFurther();
        assertThat(steps(dropIn)).last().isEqualTo(new Step("COVER", "Hemtjänst Höllviken", there.clock.instant()));
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.HOME_CARE))
                .extracting(DropIn::id)
                .containsExactly(dropIn.id());
        there.judgement.admit(cover, dropIn.id(), TestAssessment.informed());
        assertThat(db.owner()
                        .sql("select commission_id, care_unit_id from audit.event where action = 'admit'")
                        .query()
                        .singleRow())
                .containsEntry("commission_id", cover.commission().value())
                .containsEntry("care_unit_id", TestCast.HOME_CARE.value());
    }

    @Test
    void cover_documents_at_its_own_unit_and_sees_no_more_of_others_calls_an_hour_later() {
        there.cast.setting(TestCast.NURSES, 180, TestCast.HOME_CARE, null);
        StaffMember cover = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        DropIn taken = there.waits("Tolvan Tolvansson");
        DropIn answered = there.waits("Någon Annan");
        there.clock.pass(UnitSetting.COVER_AFTER);
        there.escalations.seekFurther();

        MeetingId meeting = there.judgement.admit(cover, taken.id(), TestAssessment.informed());
        assertThat(there.duties.of(meeting).orElseThrow().unit()).isEqualTo(TestCast.HOME_CARE);

        there.judgement.turnAway(TestCast.nurse(), answered.id(), TestAssessment.homeVisit());
        assertThat(there.access(db).between(cover, answered.id()))
                .map(Relation::ground)
                .contains("sought-as-cover");
        there.clock.pass(Duration.ofHours(1));
        assertThat(there.access(db).between(cover, answered.id())).isEmpty();
        assertThat(there.access(db).between(TestCast.nurse(), answered.id())).isPresent();
    }

    @Test
    void a_unit_of_another_care_provider_cannot_be_named_as_cover() {
        assertThatThrownBy(() -> there.cast.setting(TestCast.NURSES, 180, TestCast.ELSEWHERE, null))
                .hasMessageContaining("foreign key");
    }

    private List<Step> steps(DropIn dropIn) {
        return there.queue.about(dropIn.conversation()).orElseThrow().steps();
    }

    private StaffMember onDuty() {
        StaffMember nurse = TestCast.nurse();
        there.sessions.begin(
                nurse.staff(),
                new Sessions.Role.InCommission(nurse.commission(), nurse.careProvider()),
                Assurance.LOA3);
        there.roster.comeOn(nurse);
        return nurse;
    }
}
