package se.vardmote.disturbances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.disturbances.Disturbance.Cause;
import se.vardmote.disturbances.Disturbance.Kind;
import se.vardmote.platform.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** R3-20, R3-21: what most report comes first, and is followed until it is known what helps. */
class FollowingADisturbanceTests {
    private static final Reporter HOME_CARE = new Reporter(TestCast.VELLINGE, TestCast.HOME_CARE);
    private static final Reporter NURSES = new Reporter(TestCast.VELLINGE, TestCast.NURSES);
    private static final Reporter ELSEWHERE = new Reporter(TestCast.TRELLEBORG, TestCast.ELSEWHERE);
    private static final Disturbance CAMERA = new Disturbance(Kind.PICTURE, Cause.CAMERA_BUSY);
    private static final Disturbance SLOW = new Disturbance(Kind.SLOW, Cause.WEAK_CONNECTION);
    private static final SystemAdministrator ADAM = TestCast.administrator();
    private static final String CLOSE_IT = "Stäng det andra programmet.";
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Disturbances disturbances = new Disturbances(db.app(), JsonMapper.shared(), clock);
    private final Remedies remedies = new Remedies(db.app(), clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_most_frequent_comes_first_with_how_many_units_it_came_from() {
        reported(SLOW, HOME_CARE);
        reported(CAMERA, HOME_CARE);
        reported(CAMERA, NURSES);
        reported(CAMERA, Reporter.STRANGER);

        assertThat(all()).extracting(Ranked::disturbance).containsExactly(CAMERA, SLOW);
        assertThat(all().getFirst().reports()).isEqualTo(3);
        assertThat(all().getFirst().units()).isEqualTo(2);
        assertThat(all().getFirst().state()).isEqualTo(Step.State.REPORTED);
    }

    @Test
    void one_care_provider_sees_nothing_of_anothers_but_both_see_what_strangers_report() {
        reported(CAMERA, ELSEWHERE);
        reported(SLOW, Reporter.STRANGER);

        assertThat(all()).extracting(Ranked::disturbance).containsExactly(SLOW);
        assertThat(disturbances.latest(TestCast.VELLINGE, CAMERA)).isEmpty();
        assertThat(disturbances.ranked(TestCast.TRELLEBORG, clock.instant(), null, 0, 20))
                .hasSize(2);
    }

    @Test
    void only_the_period_asked_for_counts() {
        reported(CAMERA, HOME_CARE);
        clock.pass(Duration.ofDays(8));
        reported(SLOW, HOME_CARE);

        assertThat(disturbances.ranked(TestCast.VELLINGE, clock.instant().minus(Duration.ofDays(7)), null, 0, 20))
                .extracting(Ranked::disturbance)
                .containsExactly(SLOW);
    }

    @Test
    void what_helps_is_told_to_the_next_at_the_same_care_provider_and_to_strangers() {
        reported(CAMERA, HOME_CARE);
        assertThat(remedies.helping(HOME_CARE, CAMERA)).isEmpty();

        remedies.add(ADAM, CAMERA, Step.State.WORKAROUND, CLOSE_IT);

        assertThat(remedies.helping(NURSES, CAMERA)).contains(CLOSE_IT);
        assertThat(remedies.helping(Reporter.STRANGER, CAMERA)).contains(CLOSE_IT);
        assertThat(remedies.helping(ELSEWHERE, CAMERA)).isEmpty();
        assertThat(remedies.helping(HOME_CARE, SLOW)).isEmpty();
        assertThat(all().getFirst().state()).isEqualTo(Step.State.WORKAROUND);
    }

    @Test
    void every_step_stays_with_who_and_when_and_the_latest_holds() {
        reported(CAMERA, HOME_CARE);
        remedies.add(ADAM, CAMERA, Step.State.ANALYSED, "");
        clock.pass(Duration.ofDays(1));
        remedies.add(ADAM, CAMERA, Step.State.WORKAROUND, CLOSE_IT);

        assertThat(remedies.steps(TestCast.VELLINGE, CAMERA))
                .containsExactly(
                        new Step(Step.State.WORKAROUND, CLOSE_IT, ADAM.name(), clock.instant()),
                        new Step(
                                Step.State.ANALYSED,
                                "",
                                ADAM.name(),
                                clock.instant().minus(Duration.ofDays(1))));
        assertThat(disturbances.ranked(
                        TestCast.VELLINGE, clock.instant().minus(Duration.ofDays(9)), Step.State.ANALYSED, 0, 20))
                .isEmpty();
    }

    @Test
    void a_solved_one_that_comes_again_is_reported_again_and_the_remedy_is_still_told() {
        reported(CAMERA, HOME_CARE);
        clock.pass(Duration.ofMinutes(1));
        remedies.add(ADAM, CAMERA, Step.State.SOLVED, CLOSE_IT);
        assertThat(all().getFirst().state()).isEqualTo(Step.State.SOLVED);

        clock.pass(Duration.ofMinutes(1));
        reported(CAMERA, NURSES);

        assertThat(all().getFirst().state()).isEqualTo(Step.State.REPORTED);
        assertThat(remedies.helping(HOME_CARE, CAMERA)).contains(CLOSE_IT);
    }

    /** Whatever the code does: nothing is worked around or solved without saying how. */
    @Test
    void the_database_keeps_no_solution_without_words() {
        assertThatThrownBy(() -> remedies.add(ADAM, CAMERA, Step.State.SOLVED, ""))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_flood_from_strangers_is_cut_and_others_are_still_heard() {
        for (int i = 0; i < Disturbances.MOST; i++) reported(SLOW, Reporter.STRANGER);

        assertThat(disturbances.report(Reporter.STRANGER, SLOW, technique())).isFalse();
        assertThat(disturbances.report(HOME_CARE, SLOW, technique())).isTrue();
        clock.pass(Disturbances.WHILE.plusSeconds(1));
        assertThat(disturbances.report(Reporter.STRANGER, SLOW, technique())).isTrue();
    }

    @Test
    void long_lists_come_in_pages() {
        for (Kind kind : Kind.values())
            for (Cause cause : Cause.values()) {
                clock.pass(Disturbances.WHILE);
                reported(new Disturbance(kind, cause), HOME_CARE);
            }
        var since = clock.instant().minus(Duration.ofDays(30));

        assertThat(disturbances.ranked(TestCast.VELLINGE, since, null, 0, 20)).hasSize(20);
        assertThat(disturbances.ranked(TestCast.VELLINGE, since, null, 60, 20)).hasSize(10);
    }

    private void reported(Disturbance disturbance, Reporter from) {
        assertThat(disturbances.report(from, disturbance, technique())).isTrue();
    }

    private List<Ranked> all() {
        return disturbances.ranked(TestCast.VELLINGE, clock.instant().minus(Duration.ofDays(30)), null, 0, 20);
    }

    private static Technique technique() {
        return new Technique("CHROME", 150, true, "IPAD", "820x1180", "room", "busy", "on", "weak", "available", "1");
    }
}
