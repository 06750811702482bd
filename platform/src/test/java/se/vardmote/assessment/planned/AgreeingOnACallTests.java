package se.vardmote.assessment.planned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.AgreedToday;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.retention.KeepUntil;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;

/** R0-5, R0-11 to R0-13, R0-16, R0-17, R0-20, B1: two agree on a call, from either side, and both see it. */
class AgreeingOnACallTests {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning there = new TestPlanning(db);
    private final Instant noon = there.clinic.clock.instant();
    private final AgreedToday device = new AgreedToday(there.calls, there.clinic.organisation, there.clinic.clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_professional_plans_with_whom_how_for_when_and_for_what() {
        PlannedCall call = there.planned(noon.plus(Duration.ofDays(2)));
        assertThat(call.state()).isEqualTo(PlannedCall.State.PLANNED);
        assertThat(call.staff()).isEqualTo(there.sara.staff());
        assertThat(call.typed().staffName()).isEqualTo("Karin Larsson");
        assertThat(call.typed().staffPhone().e164()).isEqualTo("+46701740605");
        assertThat(call.channel()).isEqualTo(PlannedCall.Channel.TELEPHONE);
        assertThat(call.purposes()).containsExactly(PlannedCall.Purpose.FOLLOW_UP);
        assertThat(call.at()).isEqualTo(noon.plus(Duration.ofDays(2)));
        assertThat(call.ahead()).isTrue();
        assertThat(call.byCareWorker()).isFalse();
    }

    @Test
    void a_care_worker_plans_with_one_of_those_who_answer_and_the_professional_sees_it() {
        CallingUnits.Professional with =
                there.units.professionalsFor(TestCast.HOME_CARE).getFirst();
        assertThat(with.staff().id()).isEqualTo(there.sara.staff());
        PlannedCallId call =
                there.planning.request(there.ipad, with, TestPlanning.plan(noon.plus(Duration.ofHours(2))));
        assertThat(there.calls.ofDay(TestCast.VELLINGE, there.sara.staff(), noon))
                .extracting(PlannedCall::id)
                .containsExactly(call);
        assertThat(there.now(call).byCareWorker()).isTrue();
    }

    @Test
    void only_the_units_that_one_answers_for_can_be_planned_with() {
        assertThat(there.units.answeredBy(TestCast.NURSES))
                .extracting(unit -> unit.id())
                .containsExactly(TestCast.HOME_CARE);
        assertThat(there.units.professionalsFor(TestCast.ELSEWHERE)).isEmpty();
    }

    @Test
    void the_units_devices_show_when_with_whom_and_a_name_on_that_day_but_nothing_of_the_patient() {
        PlannedCall call = there.planned(noon.plus(Duration.ofHours(2)));
        there.planned(noon.plus(Duration.ofDays(1)));
        assertThat(device.on(there.ipad)).singleElement().satisfies(shown -> {
            assertThat(shown.at()).isEqualTo(call.at());
            assertThat(shown.professional()).isEqualTo("Sara Sjuk");
            assertThat(shown.profession()).isEqualTo(Profession.NURSE);
            assertThat(shown.name()).isEqualTo(call.name()).matches("[A-Z][2-9]{2}");
            assertThat(shown.toString()).doesNotContain("Tolvan", "1212", "TRAINING", "Karin");
        });
    }

    @Test
    void no_two_calls_of_a_unit_have_the_same_name_on_a_day() {
        for (int i = 0; i < 60; i++) there.planned(noon.plus(Duration.ofMinutes(i)));
        assertThat(device.on(there.ipad))
                .hasSize(60)
                .extracting(AgreedToday.Agreed::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_form_at_once_and_again_is_one_call() throws Exception {
        Plan plan = TestPlanning.plan(noon.plus(Duration.ofHours(2)), noon.plus(Duration.ofDays(7)));
        Callable<PlannedCallId> send = () -> there.planning.plan(there.sara, plan);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one :
                    threads.invokeAll(Stream.generate(() -> send).limit(4).toList())) {
                assertThat(one.get()).isEqualTo(new PlannedCallId(plan.key()));
            }
        }
        there.planning.plan(there.sara, plan);
        assertThat(there.calls
                        .coming(TestCast.VELLINGE, List.of(TestCast.NURSES), null)
                        .calls())
                .hasSize(2);
    }

    @Test
    void only_somebody_licensed_plans_as_the_professional() {
        StaffMember assistant = TestAssessment.colleague("Ulla Under", Profession.ASSISTANT_NURSE);
        Plan plan = TestPlanning.plan(noon.plus(Duration.ofHours(2)));
        assertThatThrownBy(() -> there.planning.plan(assistant, plan))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("licence-needed");
    }

    @Test
    void the_times_of_a_series_are_the_same_on_the_clock_on_both_sides_of_the_change() {
        var first = LocalDateTime.of(2026, 10, 19, 14, 30);
        List<Instant> times = new Repetition(Period.ofDays(7), 3).from(first);
        assertThat(times).extracting(at -> LocalTime.ofInstant(at, SWEDEN)).containsOnly(LocalTime.of(14, 30));
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(Duration.ofHours(7 * 24 + 1));
        assertThat(Duration.between(times.get(1), times.get(2))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_time_that_the_clocks_skip_is_an_hour_later_that_night_only() {
        List<Instant> nights = new Repetition(Period.ofDays(1), 3).from(LocalDateTime.of(2027, 3, 27, 2, 30));
        assertThat(nights)
                .extracting(at -> LocalTime.ofInstant(at, SWEDEN))
                .containsExactly(LocalTime.of(2, 30), LocalTime.of(3, 30), LocalTime.of(2, 30));
    }

    @Test
    void each_of_a_series_is_a_call_of_its_own_and_one_can_be_cancelled_or_all_that_follow() {
        List<Instant> weekly = new Repetition(Period.ofDays(7), 5).from(LocalDateTime.of(2026, 11, 18, 14, 0));
        PlannedCall first = there.planned(weekly.toArray(Instant[]::new));
        List<PlannedCall> all = there.calls.followers(first);
        assertThat(all).extracting(PlannedCall::at).containsExactlyElementsOf(weekly);
        assertThat(all).extracting(PlannedCall::conversation).doesNotHaveDuplicates();

        there.planning.cancel(there.sara, all.get(1).id(), false);
        assertThat(states(all)).containsExactly("PLANNED", "CANCELLED", "PLANNED", "PLANNED", "PLANNED");
        there.planning.cancel(there.sara, all.get(3).id(), true);
        assertThat(states(all)).containsExactly("PLANNED", "CANCELLED", "PLANNED", "CANCELLED", "CANCELLED");
    }

    @Test
    void one_of_a_series_is_moved_and_its_sixty_days_move_with_it() {
        PlannedCall call = there.planned(noon.plus(Duration.ofDays(1)), noon.plus(Duration.ofDays(8)));
        Instant later = noon.plus(Duration.ofDays(3));
        there.planning.move(there.sara, call.id(), later);
        assertThat(there.now(call.id()).at()).isEqualTo(later);
        assertThat(there.calls.followers(there.now(call.id())))
                .extracting(PlannedCall::at)
                .containsExactly(later, noon.plus(Duration.ofDays(8)));
        assertThat(there.clinic.house.retention.lastDay(call.conversation()))
                .contains(KeepUntil.from(later).lastDay());
    }

    @Test
    void what_is_cancelled_is_neither_moved_nor_cancelled_again() {
        PlannedCall call = there.planned(noon.plus(Duration.ofDays(1)));
        there.planning.cancel(there.sara, call.id(), false);
        assertThatThrownBy(() -> there.planning.cancel(there.sara, call.id(), false))
                .hasMessageContaining("not-planned");
        assertThatThrownBy(() -> there.planning.move(there.sara, call.id(), noon.plus(Duration.ofDays(2))))
                .hasMessageContaining("not-planned");
    }

    @Test
    void to_whom_nobody_has_come_an_hour_later_is_missed_with_the_number_to_ring() {
        PlannedCall call = there.planned(noon.plus(Duration.ofMinutes(1)));
        there.clinic.clock.pass(Duration.ofMinutes(61));
        assertThat(there.missed()).isZero();
        there.clinic.clock.pass(Duration.ofSeconds(1));
        assertThat(there.missed()).isOne();
        assertThat(there.calls.ofDay(TestCast.VELLINGE, there.sara.staff(), there.clinic.clock.instant()))
                .singleElement()
                .satisfies(missed -> {
                    assertThat(missed.id()).isEqualTo(call.id());
                    assertThat(missed.state()).isEqualTo(PlannedCall.State.MISSED);
                    assertThat(missed.typed().staffPhone().e164()).isEqualTo("+46701740605");
                });
        assertThat(device.on(there.ipad)).isEmpty();
    }

    /** R0-2: the device does not know that it is another day; who comes late at night still finds the call. */
    @Test
    void a_call_at_ten_to_midnight_is_on_the_device_until_it_is_missed_and_one_at_ten_past_is_there_before_midnight() {
        Instant tenTo = Instant.parse("2026-11-17T22:50:00Z");
        there.clinic.clock.set(tenTo.minus(Duration.ofMinutes(5)));
        PlannedCall late = there.planned(tenTo);
        PlannedCall early = there.planned(tenTo.plus(Duration.ofMinutes(20)));
        PlannedCall afternoon = there.planned(tenTo.plus(Duration.ofHours(15)));
        assertThat(onDevice()).containsExactly(late.id(), early.id());
        there.clinic.clock.set(tenTo.plus(Duration.ofMinutes(20)));
        assertThat(onDevice()).containsExactly(late.id(), early.id(), afternoon.id());
        there.clinic.clock.set(tenTo.plus(Duration.ofMinutes(61)));
        there.missed();
        assertThat(onDevice()).containsExactly(early.id(), afternoon.id());
    }

    @Test
    void whom_nobody_came_to_at_half_past_eleven_is_to_be_rung_in_the_night_and_the_morning_and_not_in_the_afternoon() {
        Instant halfPast = Instant.parse("2026-11-17T22:30:00Z");
        there.clinic.clock.set(halfPast.minus(Duration.ofMinutes(5)));
        there.planned(halfPast);
        for (Duration later : List.of(Duration.ofMinutes(61), Duration.ofHours(12))) {
            there.clinic.clock.set(halfPast.plus(later));
            there.missed();
            assertThat(ofDay()).extracting(PlannedCall::state).containsExactly(PlannedCall.State.MISSED);
        }
        there.clinic.clock.pass(Duration.ofSeconds(1));
        assertThat(ofDay()).isEmpty();
    }

    @Test
    void names_and_numbers_are_unreadable_in_the_table_and_planning_is_on_record() {
        PlannedCall call = there.planned(noon.plus(Duration.ofDays(1)));
        assertThat(db.owner()
                        .sql("select p::text from assessment.planned_call p")
                        .query(String.class)
                        .single())
                .doesNotContain("Tolvan", "Karin", "701740605", "1212");
        assertThat(db.app()
                        .sql("select action, object_type, client_id, actor_name from audit.event")
                        .query()
                        .singleRow())
                .containsEntry("action", "plan")
                .containsEntry("object_type", "planned-call")
                .containsEntry("client_id", call.client().value())
                .containsEntry("actor_name", "Sara Sjuk");
    }

    @Test
    void the_coming_ones_are_read_fifty_at_a_time_in_their_order() {
        for (int i = 0; i < 70; i++) there.planned(noon.plus(Duration.ofMinutes(10 + i / 2)));
        PlannedCalls.Page first = there.calls.coming(TestCast.VELLINGE, List.of(TestCast.NURSES), null);
        PlannedCalls.Page second = there.calls.coming(TestCast.VELLINGE, List.of(TestCast.NURSES), first.next());
        assertThat(first.calls()).hasSize(50);
        assertThat(second.calls()).hasSize(20);
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.calls().stream(), second.calls().stream())
                        .map(PlannedCall::at))
                .isSorted();
    }

    @Test
    void of_a_call_that_was_never_held_nothing_is_left_after_sixty_days_counted_from_its_time() {
        PlannedCall call = there.planned(noon.plus(Duration.ofDays(30)));
        PlannedCall cancelled = there.planned(noon.plus(Duration.ofDays(30)));
        there.planning.cancel(there.sara, cancelled.id(), false);
        there.clinic.clock.pass(Duration.ofDays(61));
        there.purge().run();
        assertThat(there.calls.find(TestCast.VELLINGE, cancelled.id())).isEmpty();
        assertThat(there.now(call.id()).typed().patientName()).isEqualTo("Tolvan Tolvansson");
        there.missed();
        there.clinic.clock.pass(Duration.ofDays(30));
        there.purge().run();
        assertThat(there.calls.find(TestCast.VELLINGE, call.id())).isEmpty();
    }

    private List<PlannedCallId> onDevice() {
        return device.on(there.ipad).stream().map(AgreedToday.Agreed::call).toList();
    }

    private List<PlannedCall> ofDay() {
        return there.calls.ofDay(TestCast.VELLINGE, there.sara.staff(), there.clinic.clock.instant());
    }

    private List<String> states(List<PlannedCall> some) {
        return some.stream().map(call -> there.now(call.id()).state().name()).toList();
    }
}
