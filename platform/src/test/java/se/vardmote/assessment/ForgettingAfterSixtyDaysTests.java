package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.PatientPlace;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.Text;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.retention.Forgettable;
import se.vardmote.retention.Holds;
import se.vardmote.retention.Purge;
import se.vardmote.retention.PurgeRuns;
import se.vardmote.vocabulary.HoldId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** R0-39, R0-40, S3: content goes at the end of day 60 and documentation stays; what fails is told and done again. */
class ForgettingAfterSixtyDaysTests {
    private static final StaffMember SARA = TestCast.nurse();
    private static final Holds.By HEAD = new Holds.By(StaffId.next(), "Adam Admin");
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment clinic = new TestAssessment(db);
    private final PurgeRuns runs = new PurgeRuns(db.app(), clinic.clock);
    private final Holds holds = new Holds(db.app(), clinic.house.retention, clinic.clock);
    private final Forgettable texts = TestMeetings.forgetting(db);
    private final Forgettable dropIns = new ForgottenDropIns(db.app());
    private final Purge purge = purge(texts, dropIns);

    @BeforeEach
    void on_10_february_2026() {
        timeIs("2026-02-10T14:00:00Z");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_call_that_ended_on_10_february_can_be_read_on_11_april_and_is_gone_after() {
        DropIn call = endedCall("Han har ont i höften");
        timeIs("2026-04-11T21:59:59Z");
        purge.run();
        assertThat(said(call)).containsExactly("Han har ont i höften");
        assertThat(clinic.now(call).typed().patientName()).isEqualTo("Tolvan Tolvansson");

        timeIs("2026-04-11T22:00:00Z");
        purge.run();
        assertForgotten(() -> clinic.now(call));
        assertForgotten(() -> clinic.house.participants.of(call.conversation()));
        assertThat(said(call)).isEmpty();
        assertThat(countOfKeys()).as("that of the note").isOne();
        assertThat(nothingTypedIn(call)).isTrue();
        assertThat(runs.latest()).get().satisfies(run -> {
            assertThat(run.day()).isEqualTo(LocalDate.of(2026, 4, 12));
            assertThat(run.outcome()).isEqualTo(PurgeRuns.Outcome.DONE);
            assertThat(run.forgotten()).isOne();
        });
    }

    @Test
    void the_judgement_who_took_part_the_times_and_the_note_stay() {
        DropIn call = endedCall("Han har ont i höften");
        afterSixtyDays();
        var row = db.app()
                .sql("select * from assessment.drop_in where id = ?")
                .param(call.id().value())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("outcome", "DIGITAL")
                .containsEntry("informed", "YES")
                .containsEntry("judged_by_name", "Sara Sjuk")
                .containsEntry("reason", "FALL")
                .containsEntry("client_id", call.client().value());
        assertThat(db.app()
                        .sql("select identification from meetings.participant where retention_unit_id = ? order by id")
                        .param(call.conversation().value())
                        .query(String.class)
                        .list())
                .hasSize(3)
                .contains("SITHS");
        assertThat(clinic.duties.toSign(SARA.careProvider(), SARA.unit(), SARA.staff()))
                .hasSize(1);
        assertThat(clinic.clients.find(call.careProvider(), call.client())).isPresent();
    }

    /** R1-11: the place and what was asked for are content, sealed; that somebody pressed is documentation. */
    @Test
    void where_the_patient_was_and_what_was_asked_for_goes_and_that_somebody_pressed_akut_stays() {
        DropIn call = clinic.waits("Tolvan Tolvansson");
        MeetingId meeting = clinic.judgement.admit(SARA, call.id(), TestAssessment.informed());
        RetentionUnitId unit = call.conversation();
        var karin = clinic.house.participants.of(unit).getFirst().id();
        clinic.house.emergencies.press(unit, karin, UUID.randomUUID());
        clinic.house.places.write(unit, karin, PatientPlace.Part.ADDRESS, "Storgatan 1");
        clinic.house.places.write(unit, karin, PatientPlace.Part.DOOR_CODE, "1234");
        clinic.house.instructions.write(unit, karin, UUID.randomUUID(), "Lyft benet");
        clinic.house.meetings.end(TestCast.VELLINGE, meeting, SARA.staff());
        assertThat(sealed("patient_place") + sealed("instruction")).doesNotContain("Storgatan", "1234", "Lyft");
        afterSixtyDays();
        assertThat(count("patient_place")).isZero();
        assertThat(count("instruction")).isZero();
        assertThat(clinic.house.emergencies.of(unit)).hasSize(1);
        assertThat(clinic.duties
                        .background(clinic.duties.of(meeting).orElseThrow())
                        .occurrences())
                .extracting(happened -> happened.code() + " " + happened.text())
                .containsExactly("emergency ", "instruction Lyft benet");
    }

    @Test
    void what_was_never_held_counts_from_the_last_change_of_state() {
        DropIn refused = clinic.waits("Tolvan Tolvansson");
        DropIn waits = clinic.waits("Tolvan Tolvansson");
        timeIs("2026-02-12T14:00:00Z");
        clinic.judgement.turnAway(SARA, refused.id(), TestAssessment.homeVisit());
        timeIs("2026-04-12T12:00:00Z");
        purge.run();
        assertForgotten(() -> clinic.now(waits));
        assertThat(clinic.now(refused).judgement()).isNotNull();
        timeIs("2026-04-14T12:00:00Z");
        purge.run();
        assertForgotten(() -> clinic.now(refused));
    }

    @Test
    void a_unit_that_no_clock_counts_for_is_documentation_and_is_never_taken() {
        RetentionUnitId documentation = clinic.house.retention.open(TestCast.VELLINGE);
        byte[] note = clinic.house.retention.encrypt(documentation, "note", "Ingen misstanke om fraktur");
        timeIs("2036-02-10T12:00:00Z");
        purge.run();
        assertThat(clinic.house.retention.decrypt(documentation, "note", note)).startsWith("Ingen misstanke");
    }

    @Test
    void a_hold_keeps_the_content_until_its_last_day() {
        DropIn call = endedCall("Han har ont i höften");
        DropIn other = endedCall("Han är yr");
        holds.place(call.conversation(), Holds.Reason.INCIDENT, "Avvikelse 17", LocalDate.of(2026, 6, 30), HEAD);
        timeIs("2026-06-30T12:00:00Z");
        purge.run();
        assertThat(said(call)).containsExactly("Han har ont i höften");
        assertForgotten(() -> clinic.now(other));
        timeIs("2026-07-01T12:00:00Z");
        purge.run();
        assertForgotten(() -> clinic.now(call));
    }

    @Test
    void a_lifted_hold_keeps_nothing_and_is_remembered_with_who_lifted_it() {
        DropIn call = endedCall("Han har ont i höften");
        HoldId hold = holds.place(
                call.conversation(), Holds.Reason.POLICE, "Begäran om uppgifter", LocalDate.of(2027, 2, 1), HEAD);
        assertThat(holds.lift(TestCast.TRELLEBORG, hold, HEAD)).isFalse();
        assertThat(holds.inForce(TestCast.VELLINGE)).hasSize(1);
        assertThat(holds.lift(TestCast.VELLINGE, hold, HEAD)).isTrue();
        assertThat(holds.lift(TestCast.VELLINGE, hold, HEAD)).isFalse();
        assertThat(holds.inForce(TestCast.VELLINGE)).isEmpty();
        afterSixtyDays();
        assertForgotten(() -> clinic.now(call));
        assertThat(holds.of(call.conversation())).singleElement().satisfies(kept -> {
            assertThat(kept.liftedBy()).isEqualTo(HEAD);
            assertForgotten(() -> holds.why(kept));
        });
    }

    @Test
    void nothing_can_be_held_that_is_gone() {
        DropIn call = endedCall("Han har ont i höften");
        afterSixtyDays();
        assertForgotten(() ->
                holds.place(call.conversation(), Holds.Reason.OTHER, "För sent", LocalDate.of(2026, 6, 30), HEAD));
    }

    /** Cut short after the keys: the rows are noise, and the next run takes them. */
    @Test
    void a_purge_that_fails_says_so_and_is_done_by_the_next() {
        DropIn call = endedCall("Han har ont i höften");
        timeIs("2026-04-12T12:00:00Z");
        purge(texts, forgotten -> {
                    throw new IllegalStateException("the disk is full");
                })
                .run();
        assertThat(runs.latest()).get().extracting(PurgeRuns.Day::outcome).isEqualTo(PurgeRuns.Outcome.FAILED);
        assertThat(runs.failing()).isTrue();
        assertForgotten(() -> clinic.now(call));
        assertThat(nothingTypedIn(call)).isFalse();
        purge.run();
        assertThat(nothingTypedIn(call)).isTrue();
        assertThat(runs.failing()).isFalse();
        assertThat(runs.latest()).get().extracting(PurgeRuns.Day::forgotten).isEqualTo(1);
    }

    @Test
    void a_purge_that_does_not_run_at_all_is_noticed_after_two_hours() {
        purge.run();
        clinic.clock.pass(Duration.ofMinutes(119));
        assertThat(runs.failing()).isFalse();
        clinic.clock.pass(Duration.ofMinutes(2));
        assertThat(runs.failing()).isTrue();
    }

    @Test
    void more_than_a_batch_is_forgotten_in_one_run_and_asked_for_in_parts() {
        for (int i = 0; i < 1_100; i++) {
            RetentionUnitId unit = clinic.house.retention.open(TestCast.VELLINGE);
            clinic.house.retention.keepFrom(unit, clinic.clock.instant());
        }
        var sizes = new java.util.ArrayList<Integer>();
        timeIs("2026-04-12T12:00:00Z");
        purge((Collection<RetentionUnitId> forgotten) -> sizes.add(forgotten.size()))
                .run();
        assertThat(sizes).containsExactly(500, 500, 100);
        assertThat(countOfKeys()).isZero();
        purge((Collection<RetentionUnitId> forgotten) -> sizes.add(forgotten.size()))
                .run();
        assertThat(sizes).hasSize(3);
    }

    @Test
    void the_running_role_removes_no_text_of_a_call_that_is_not_forgotten() {
        DropIn call = endedCall("Han har ont i höften");
        texts.remove(List.of(call.conversation()));
        assertThat(said(call)).containsExactly("Han har ont i höften");
        assertThat(clinic.house.participants.of(call.conversation()))
                .extracting(Participant::name)
                .contains("Tolvan Tolvansson");
    }

    private DropIn endedCall(String text) {
        DropIn dropIn = clinic.waits("Tolvan Tolvansson");
        MeetingId meeting = clinic.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        RetentionUnitId unit = dropIn.conversation();
        var author = clinic.house.participants.of(unit).getFirst().id();
        clinic.house.texts.say(unit, author, UUID.randomUUID(), text);
        clinic.house.meetings.end(TestCast.VELLINGE, meeting, SARA.staff());
        return dropIn;
    }

    private List<String> said(DropIn dropIn) {
        return clinic.house.texts.after(dropIn.conversation(), 0).stream()
                .map(Text::text)
                .toList();
    }

    private boolean nothingTypedIn(DropIn call) {
        return db.app().sql("""
                        select num_nonnulls(patient_name_sealed, staff_name_sealed, staff_phone_sealed, identity_note_sealed,
                            spoken_with_sealed, informed_why_sealed, message_sealed, device_id) = 0
                        from assessment.drop_in where id = ?""").param(call.id().value()).query(Boolean.class).single();
    }

    private String sealed(String table) {
        return db.owner().sql("select sealed from meetings." + table).query(byte[].class).list().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private long count(String table) {
        return db.owner()
                .sql("select count(*) from meetings." + table)
                .query(Long.class)
                .single();
    }

    private long countOfKeys() {
        return db.keys().sql("select count(*) from data_key").query(Long.class).single();
    }

    private void afterSixtyDays() {
        timeIs("2026-04-12T12:00:00Z");
        purge.run();
    }

    private void timeIs(String instant) {
        clinic.clock.pass(Duration.between(clinic.clock.instant(), Instant.parse(instant)));
    }

    private Purge purge(Forgettable... modules) {
        return new Purge(
                db.app(), clinic.house.retention, () -> Stream.of(modules), runs, db.transactions(), clinic.clock);
    }

    private static void assertForgotten(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .satisfies(problem -> assertThat(problem.problem().slug()).isEqualTo("retention/forgotten"));
    }
}
