package se.vardmote.assessment.planned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.Outlines;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.planned.Arrivals.Answer;
import se.vardmote.media.RoomKey;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * R0-11, R0-14, R0-18, R0-19, R0-56, B1, B2, S3, S4: whoever comes to what is agreed on knows the patient's number, and waits
 * like anybody else for a judgement.
 */
class ComingToACallTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning there = new TestPlanning(db);
    private final Instant noon = there.clinic.clock.instant();
    private final PlannedCall call = there.planned(noon.plus(Duration.ofMinutes(30)));

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_patient_is_told_to_those_only_who_type_the_right_number() {
        assertThat(there.arrivals.identify(there.ipad, call.id(), TestPlanning.ANOTHER_NUMBER))
                .isEqualTo(new Answer.Wrong());
        assertThat(there.arrivals.identify(there.ipad, call.id(), "191212121212"))
                .isInstanceOf(Answer.Known.class);
        assertThat(there.arrivals.identify(there.ipad, call.id(), "121212+1212"))
                .isInstanceOf(Answer.Known.class);
    }

    @Test
    void whatever_is_wrong_with_a_number_the_answer_is_the_same() {
        for (String typed : new String[] {"", "Tolvan", TestPlanning.ANOTHER_NUMBER, "19121212-1213"}) {
            assertThat(there.arrivals.identify(there.ipad, call.id(), typed)).isEqualTo(new Answer.Wrong());
        }
    }

    @Test
    void five_wrong_numbers_lock_the_call_for_ten_minutes_and_no_other() {
        PlannedCall another = there.planned(noon.plus(Duration.ofHours(1)));
        wrong(5);
        assertThat(there.arrivals.identify(there.ipad, call.id(), TestPlanning.NUMBER))
                .isEqualTo(new Answer.Locked(noon.plus(Duration.ofMinutes(10))));
        assertThat(there.arrivals.identify(there.ipad, another.id(), TestPlanning.NUMBER))
                .isInstanceOf(Answer.Known.class);
        there.clinic.clock.pass(Duration.ofMinutes(10));
        assertThat(there.arrivals.identify(there.ipad, call.id(), TestPlanning.NUMBER))
                .isInstanceOf(Answer.Known.class);
    }

    @Test
    void after_four_wrong_numbers_the_right_one_opens_and_the_count_begins_anew() {
        wrong(4);
        assertThat(there.arrivals.identify(there.ipad, call.id(), TestPlanning.NUMBER))
                .isInstanceOf(Answer.Known.class);
        wrong(4);
        assertThat(there.arrivals.identify(there.ipad, call.id(), TestPlanning.NUMBER))
                .isInstanceOf(Answer.Known.class);
    }

    @Test
    void many_wrong_numbers_at_once_are_five_too() throws Exception {
        Callable<Answer> guess = () -> there.arrivals.identify(there.ipad, call.id(), TestPlanning.ANOTHER_NUMBER);
        try (var threads = Executors.newFixedThreadPool(6)) {
            long compared = threads
                    .invokeAll(Stream.generate(() -> guess).limit(20).toList())
                    .stream()
                    .filter(done -> done.resultNow() instanceof Answer.Wrong)
                    .count();
            assertThat(compared).isEqualTo(5);
        }
    }

    @Test
    void each_try_is_on_record_right_or_wrong() {
        wrong(1);
        there.known(call);
        assertThat(db.app()
                        .sql(
                                "select outcome, ground, actor_kind, client_id from audit.event where action = 'read' order by id")
                        .query((row, n) ->
                                tuple(row.getString("outcome"), row.getString("ground"), row.getString("actor_kind")))
                        .list())
                .containsExactly(tuple("REFUSED", "wrong-number", "DEVICE"), tuple("ALLOWED", null, "DEVICE"));
    }

    @Test
    void another_units_device_cannot_tell_that_there_is_such_a_call() {
        var elsewhere = new EnrolledDevice(there.ipad.id(), TestCast.TRELLEBORG, TestCast.ELSEWHERE, "iPad 99");
        assertThatThrownBy(() -> there.arrivals.identify(elsewhere, call.id(), TestPlanning.NUMBER))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-such-planned-call");
        there.planning.cancel(there.sara, call.id(), false);
        assertThatThrownBy(() -> there.arrivals.identify(there.ipad, call.id(), TestPlanning.NUMBER))
                .hasMessageContaining("no-such-planned-call");
    }

    @Test
    void they_wait_for_the_professional_with_whom_it_is_agreed_and_the_row_says_for_when() {
        there.comes(call);
        DropIn waiting = there.dropIn(call);
        assertThat(there.clinic.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES))
                .extracting(DropIn::id)
                .containsExactly(waiting.id());
        assertThat(waiting.agreedWith()).isEqualTo(there.sara.staff());
        assertThat(waiting.agreedFor()).isEqualTo(call.at());
        assertThat(waiting.client()).isEqualTo(call.client());
        assertThat(waiting.reason()).isEqualTo(call.reason());
        assertThat(waiting.typed().patientName()).isEqualTo("Tolvan Tolvansson");
        assertThat(waiting.typed().spokenWith()).isEqualTo("Sara Sjuk");
        assertThat(waiting.fromUnit()).isEqualTo(TestCast.HOME_CARE);
        assertThat(waiting.fromArea()).isEqualTo("Höllviken");
        assertThat(there.now(call.id()).state()).isEqualTo(PlannedCall.State.CAME);
        assertThat(there.clinic.rooms.warmed)
                .containsExactly(new RoomKey(call.conversation().value()));
    }

    @Test
    void the_retention_unit_is_handed_on_and_counts_from_when_they_came() {
        assertThat(units()).isEqualTo(1);
        there.comes(call);
        assertThat(there.dropIn(call).conversation()).isEqualTo(call.conversation());
        assertThat(units()).isEqualTo(1);
        assertThat(there.now(call.id()).typed().staffName()).isEqualTo("Karin Larsson");
    }

    @Test
    void coming_twice_is_the_same_seat_and_four_times_at_once_is_one_knock() throws Exception {
        Answer.Known known = there.known(call);
        Callable<Optional<Token>> come = () -> there.arrivals.come(known, TestPlanning.karin(null), there.ipad);
        var seats = new HashSet<RetentionUnitId>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one :
                    threads.invokeAll(Stream.generate(() -> come).limit(4).toList())) {
                seats.add(there.clinic
                        .house
                        .conversations
                        .holderOf(one.get().orElseThrow().hash())
                        .orElseThrow()
                        .unit());
            }
        }
        assertThat(seats).containsExactly(call.conversation());
        assertThat(there.clinic.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES))
                .hasSize(1);
    }

    @Test
    void who_comes_to_what_has_just_been_cancelled_does_not_wait() {
        Answer.Known known = there.known(call);
        there.planning.cancel(there.sara, call.id(), false);
        assertThat(there.arrivals.come(known, TestPlanning.karin(null), there.ipad))
                .isEmpty();
        assertThat(there.clinic.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES))
                .isEmpty();
    }

    @Test
    void when_the_call_is_over_coming_again_leads_nowhere() {
        there.comes(call);
        there.clinic.judgement.turnAway(there.sara, there.dropIn(call).id(), TestAssessment.homeVisit());
        assertThat(there.arrivals.come(there.known(call), TestPlanning.karin(null), there.ipad))
                .isEmpty();
    }

    @Test
    void nobody_is_let_in_by_the_plan_the_judgement_remains_and_a_home_visit_opens_no_room() {
        there.comes(call);
        assertThat(there.dropIn(call).state()).isEqualTo(DropIn.State.WAITING);
        there.clinic.judgement.admit(there.sara, there.dropIn(call).id(), TestAssessment.informed());
        assertThat(there.dropIn(call).state()).isEqualTo(DropIn.State.ADMITTED);

        PlannedCall second = there.planned(noon.plus(Duration.ofHours(2)));
        there.comes(second);
        there.clinic.judgement.turnAway(there.sara, there.dropIn(second).id(), TestAssessment.homeVisit());
        assertThat(there.clinic.house.meetings.of(second.conversation())).isEmpty();
    }

    @Test
    void somebody_licensed_at_the_patients_is_said_to_be_so_and_not_to_be_identified_by_card() {
        there.arrivals.come(there.known(call), TestPlanning.karin(Profession.DISTRICT_NURSE), there.ipad);
        assertThat(there.dropIn(call).staffProfession()).isEqualTo(Profession.DISTRICT_NURSE);
        assertThat(there.clinic.house.participants.of(call.conversation()))
                .extracting(Participant::role, Participant::profession, Participant::identification)
                .containsExactly(
                        tuple(ParticipantRole.PROFESSIONAL, Profession.DISTRICT_NURSE, Identification.PHONE_ONLY),
                        tuple(ParticipantRole.PATIENT, null, Identification.NOT_IDENTIFIED));
    }

    @Test
    void a_call_booked_ahead_is_counted_as_planned_and_one_started_at_once_is_not() {
        there.comes(call);
        var outlines = new Outlines(db.app());
        assertThat(outlines.of(call.conversation()).orElseThrow().planned()).isTrue();
        var code = there.started();
        PlannedCall started = there.now(new se.vardmote.vocabulary.PlannedCallId(code.call()));
        var known = (Answer.Known) there.arrivals.identify(code.code(), TestPlanning.NUMBER, "192.0.2.7");
        there.arrivals.come(known, TestPlanning.karin(null), null);
        assertThat(outlines.of(started.conversation()).orElseThrow().planned()).isFalse();
    }

    @Test
    void of_a_call_that_was_held_the_agreement_stays_and_what_was_typed_goes() {
        there.comes(call);
        there.clinic.judgement.turnAway(there.sara, there.dropIn(call).id(), TestAssessment.homeVisit());
        there.clinic.clock.pass(Duration.ofDays(61));
        there.purge().run();
        assertThat(db.owner()
                        .sql(
                                "select channel, patient_name_sealed, staff_name_sealed, staff_phone_sealed from assessment.planned_call")
                        .query()
                        .singleRow())
                .containsEntry("channel", "TELEPHONE")
                .containsEntry("patient_name_sealed", null)
                .containsEntry("staff_name_sealed", null)
                .containsEntry("staff_phone_sealed", null);
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(there.arrivals.identify(there.ipad, call.id(), TestPlanning.ANOTHER_NUMBER))
                    .isEqualTo(new Answer.Wrong());
        }
    }

    private int units() {
        return db.owner()
                .sql("select count(*) from retention.unit")
                .query(Integer.class)
                .single();
    }
}
