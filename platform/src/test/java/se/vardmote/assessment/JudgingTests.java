package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.journal.Duty;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.WaitingPlaces;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;

/** R0-14, R0-15, R0-19: a licensed professional judges first, and the patient has been informed; then the call begins. */
class JudgingTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final StaffMember sara = TestAssessment.colleague("Sara Sjuk", Profession.NURSE);
    private final DropIn tolvan = there.waits("Tolvan Tolvansson");

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void letting_in_opens_one_meeting_with_the_professional_as_chair_and_keeps_the_judgement() {
        MeetingId id = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());

        DropIn now = there.now(tolvan);
        DropIn.Judgement judgement = Objects.requireNonNull(now.judgement());
        assertThat(now.state()).isEqualTo(DropIn.State.ADMITTED);
        assertThat(judgement.outcome()).isEqualTo(DropIn.Outcome.DIGITAL);
        assertThat(judgement.by()).isEqualTo(sara.staff());
        assertThat(judgement.meeting()).isEqualTo(id);
        assertThat(judgement.informed()).isEqualTo(DropIn.Informed.YES);
        assertThat(there.house.meetings.of(tolvan.conversation()))
                .hasValueSatisfying(meeting -> assertThat(meeting.chair()).isEqualTo(sara.staff()));
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Profession.class,
            names = {"ASSISTANT_NURSE", "CARE_ASSISTANT", "ADMINISTRATOR"})
    void nobody_without_a_licence_judges_or_lets_in(Profession profession) {
        StaffMember unlicensed = TestAssessment.colleague("Ulla Undersköterska", profession);
        assertProblem(
                () -> there.judgement.admit(unlicensed, tolvan.id(), TestAssessment.informed()),
                "assessment/licence-needed");
        assertProblem(
                () -> there.judgement.turnAway(unlicensed, tolvan.id(), TestAssessment.homeVisit()),
                "assessment/licence-needed");
        assertThat(there.now(tolvan).state()).isEqualTo(DropIn.State.WAITING);
        assertThat(meetings()).isZero();
    }

    @Test
    void when_two_let_in_at_once_one_does_and_the_other_is_told_who() throws Exception {
        for (int round = 0; round < 5; round++) {
            DropIn dropIn = there.waits("Patient " + round);
            int before = meetings();
            List<String> outcomes = bothAtOnce(dropIn);
            assertThat(outcomes).isIn(List.of("in", "Sara Sjuk"), List.of("Siv Andersson", "in"));
            assertThat(meetings() - before).isOne();
            assertThat(there.house.participants.of(dropIn.conversation())).hasSize(3);
        }
    }

    @Test
    void who_comes_second_opens_nothing_and_changes_nothing() {
        there.judgement.turnAway(sara, tolvan.id(), TestAssessment.homeVisit());
        StaffMember siv = TestAssessment.colleague("Siv Andersson", Profession.PHYSIOTHERAPIST);
        assertThatThrownBy(() -> there.judgement.admit(siv, tolvan.id(), TestAssessment.informed()))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem())
                .isEqualTo(new AssessmentProblem.AlreadyJudged("Sara Sjuk"));
        assertThat(meetings()).isZero();
        assertThat(there.now(tolvan).state()).isEqualTo(DropIn.State.TURNED_AWAY);
    }

    @Test
    void who_presses_again_because_the_answer_was_lost_gets_the_same_call() {
        MeetingId meeting = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());
        assertThat(there.judgement.admit(sara, tolvan.id(), TestAssessment.informed()))
                .isEqualTo(meeting);
        assertThat(meetings()).isOne();
        assertProblem(
                () -> there.judgement.turnAway(sara, tolvan.id(), TestAssessment.homeVisit()),
                "assessment/already-judged");
    }

    @Test
    void a_home_visit_opens_no_room_and_tells_the_one_who_waits_why_and_what_happens_now() {
        there.judgement.turnAway(sara, tolvan.id(), TestAssessment.homeVisit());
        assertThat(meetings()).isZero();
        assertThat(there.house.meetings.of(tolvan.conversation())).isEmpty();
        assertThat(there.queue.about(tolvan.conversation()))
                .map(WaitingPlaces.WaitingPlace::refusal)
                .contains(new WaitingPlaces.Refusal(
                        "HOME_VISIT", "must-examine", "Jag kommer före klockan 14.", "Sara Sjuk"));
    }

    @Test
    void a_judgement_that_video_fits_is_no_way_to_turn_away() {
        assertThatThrownBy(() -> new SuitabilityJudgement.Instead(DropIn.Outcome.DIGITAL, "fits", "Kom in"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_has_gone_home_cannot_be_let_in() {
        Participant waiting = there.house.participants.of(tolvan.conversation()).getFirst();
        there.house.departures.leave(tolvan.conversation(), new Attendee.Guest(Objects.requireNonNull(waiting.seat())));
        assertThat(there.now(tolvan).state()).isEqualTo(DropIn.State.WITHDRAWN);
        assertProblem(
                () -> there.judgement.admit(sara, tolvan.id(), TestAssessment.informed()),
                "assessment/stopped-waiting");
        assertThat(meetings()).isZero();
    }

    @Test
    void another_unit_or_care_provider_cannot_tell_the_knock_from_one_that_never_was() {
        StaffMember atHomeCare = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        StaffMember elsewhere = TestAssessment.at(TestCast.TRELLEBORG, TestCast.ELSEWHERE);
        for (StaffMember stranger : List.of(atHomeCare, elsewhere)) {
            assertProblem(
                    () -> there.judgement.admit(stranger, tolvan.id(), TestAssessment.informed()),
                    "assessment/no-such-drop-in");
            assertProblem(() -> there.words.say(stranger, tolvan.id(), "Hej"), "assessment/no-such-drop-in");
        }
        assertThat(meetings()).isZero();
    }

    @Test
    void a_patient_who_could_not_be_informed_is_let_in_with_the_reason() {
        there.judgement.admit(
                sara,
                tolvan.id(),
                new SuitabilityJudgement.PatientInformed(DropIn.Informed.COULD_NOT, "Förvirrad och ledsen"));
        DropIn.Judgement judgement = Objects.requireNonNull(there.now(tolvan).judgement());
        assertThat(judgement.informed()).isEqualTo(DropIn.Informed.COULD_NOT);
        assertThat(judgement.informedWhy()).isEqualTo("Förvirrad och ledsen");
    }

    /** Whatever the code does: the database starts no call without a judgement and word of the patient. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "meeting_id = gen_random_uuid(), outcome = 'DIGITAL', judged_by_staff_id = gen_random_uuid()",
                "meeting_id = gen_random_uuid(), outcome = 'DIGITAL', informed = 'YES'",
                "outcome = 'DIGITAL', informed = 'YES', judged_by_staff_id = gen_random_uuid()",
                "meeting_id = gen_random_uuid(), outcome = 'HOME_VISIT', informed = 'YES', judged_by_staff_id = gen_random_uuid()",
                "meeting_id = gen_random_uuid(), informed = 'YES', judged_by_staff_id = gen_random_uuid()"
            })
    void the_database_itself_admits_nobody_without_judgement_and_informed_patient(String columns) {
        assertThatThrownBy(() -> db.app()
                        .sql("update assessment.drop_in set state = 'ADMITTED', " + columns + " where id = ?")
                        .param(tolvan.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome = 'HOME_VISIT', judged_by_staff_id = gen_random_uuid(), meeting_id = gen_random_uuid()",
                "outcome = 'HOME_VISIT'",
                "judged_by_staff_id = gen_random_uuid()"
            })
    void the_database_itself_turns_nobody_away_without_a_judgement_or_with_a_meeting(String columns) {
        assertThatThrownBy(() -> db.app()
                        .sql("update assessment.drop_in set state = 'TURNED_AWAY', " + columns + " where id = ?")
                        .param(tolvan.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_attempt_to_judge_is_on_record_even_when_somebody_was_first() {
        there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());
        StaffMember siv = TestAssessment.colleague("Siv Andersson", Profession.NURSE);
        assertProblem(
                () -> there.judgement.admit(siv, tolvan.id(), TestAssessment.informed()), "assessment/already-judged");
        assertThat(db.app()
                        .sql("select actor_name from audit.event where action = 'admit' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("Sara Sjuk", "Siv Andersson");
    }

    /** What follows from the end of a call is written with it. */
    @Test
    void when_the_call_ends_its_chair_has_one_duty_to_document_that_begins_with_what_happened() {
        MeetingId id = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());
        there.clock.pass(Duration.ofMinutes(11));
        there.house.meetings.end(TestCast.VELLINGE, id, sara.staff());
        there.house.meetings.end(TestCast.VELLINGE, id, sara.staff());

        List<Duty> duties = there.duties.toSign(TestCast.VELLINGE, TestCast.NURSES, sara.staff());
        assertThat(duties).hasSize(1);
        Duty duty = duties.getFirst();
        assertThat(duty.client()).isEqualTo(tolvan.client());
        assertThat(there.drafts.text(duty).situation()).contains("Fall", "12.00–12.11");
        assertThat(there.duties.background(duty).informed()).isEqualTo("yes");
        assertThat(there.duties.background(duty).attendance())
                .extracting(person -> person.name())
                .containsExactly("Karin Larsson", "Tolvan Tolvansson", "Sara Sjuk");
    }

    /** So that the note can be written during the call. */
    @Test
    void letting_in_opens_the_duty_to_document_in_the_same_transaction() {
        MeetingId id = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());

        Duty duty = there.duties.of(id).orElseThrow();
        assertThat(duty.staff()).isEqualTo(sara.staff());
        assertThat(duty.client()).isEqualTo(tolvan.client());
        assertThat(duty.ended()).isFalse();
        assertThat(there.drafts.text(duty).situation())
                .contains("Fall", "12.00")
                .doesNotContain("–");
        assertThat(there.duties.background(duty).attendance()).hasSize(3);
        assertThat(there.duties.toSign(TestCast.VELLINGE, TestCast.NURSES, sara.staff()))
                .isEmpty();
    }

    @Test
    void turning_away_opens_no_duty_to_write_a_note() {
        there.judgement.turnAway(sara, tolvan.id(), TestAssessment.homeVisit());
        assertThat(db.app()
                        .sql("select count(*) from journal.duty")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void when_the_duty_cannot_be_written_nobody_has_been_let_in() {
        db.owner().sql("revoke insert on journal.duty from vardmote_app").update();
        assertThatThrownBy(() -> there.judgement.admit(sara, tolvan.id(), TestAssessment.informed()))
                .isInstanceOf(RuntimeException.class);
        assertThat(there.now(tolvan).state()).isEqualTo(DropIn.State.WAITING);
        assertThat(meetings()).isZero();
    }

    @Test
    void when_the_end_cannot_be_documented_the_call_has_not_ended() {
        MeetingId id = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());
        db.owner().sql("revoke insert on journal.completion from vardmote_app").update();
        assertThatThrownBy(() -> there.house.meetings.end(TestCast.VELLINGE, id, sara.staff()))
                .isInstanceOf(RuntimeException.class);
        assertThat(there.house.meetings.find(TestCast.VELLINGE, id))
                .map(Meeting::goesOn)
                .contains(true);
    }

    private List<String> bothAtOnce(DropIn dropIn) throws Exception {
        StaffMember siv = TestAssessment.colleague("Siv Andersson", Profession.NURSE);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(admitting(sara, dropIn, start), admitting(siv, dropIn, start))).stream()
                    .map(JudgingTests::outcome)
                    .toList();
        }
    }

    private Callable<String> admitting(StaffMember by, DropIn dropIn, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                there.judgement.admit(by, dropIn.id(), TestAssessment.informed());
                return "in";
            } catch (ProblemException e) {
                return ((AssessmentProblem.AlreadyJudged) e.problem()).by();
            }
        };
    }

    private static String outcome(java.util.concurrent.Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private int meetings() {
        return db.app()
                .sql("select count(*) from meetings.meeting")
                .query(Integer.class)
                .single();
    }

    private static void assertProblem(ThrowingCallable act, String slug) {
        assertThatThrownBy(act)
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo(slug);
    }
}
