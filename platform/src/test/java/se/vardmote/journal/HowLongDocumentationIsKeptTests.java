package se.vardmote.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.retention.Holds;
import se.vardmote.retention.Purge;
import se.vardmote.retention.PurgeRuns;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * Patientdatalagen 3 ch. 17 § and R2-75: documentation stays at least ten years where the record is ours, and until thirty days after it
 * was entered where the record is elsewhere.
 */
class HowLongDocumentationIsKeptTests {
    private static final StaffMember SARA = TestCast.nurse();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestJournal journal = new TestJournal(db, clock);
    private final Holds holds = new Holds(db.app(), journal.retention, clock);
    private final RetentionUnitId conversation = journal.retention.open(TestCast.VELLINGE);
    private final Duty duty = ended();
    private final Purge purge = new Purge(
            db.app(),
            journal.retention,
            () -> Stream.of(new ForgottenNotes(db.app())),
            new PurgeRuns(db.app(), clock),
            db.transactions(),
            clock);

    @BeforeEach
    void at_noon_on_17_november_2026() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-17T11:00:00Z"));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void our_own_record_is_kept_for_ten_years_after_the_last_note_and_not_a_day_less() {
        sign("Kan stödja.");
        clock.pass(Duration.ofDays(1));
        sign("Kan stödja. Vänster höft.");
        journal.entries.enter(duty, "Journalsystemet", SARA);
        timeIs("2036-11-18T22:59:59Z");
        assertKept();
        timeIs("2036-11-18T23:00:00Z");
        assertGone();
    }

    @Test
    void what_nobody_has_signed_is_never_forgotten() {
        elsewhere();
        timeIs("2099-01-01T12:00:00Z");
        purge.run();
        assertThat(keptUnit()).isTrue();
    }

    @Test
    void what_was_entered_in_another_record_is_kept_for_thirty_days_more() {
        elsewhere();
        sign("Kan stödja.");
        timeIs("2027-11-17T12:00:00Z");
        assertKept();
        journal.entries.enter(duty, "Journalsystemet", SARA);
        timeIs("2027-12-17T22:59:59Z");
        assertKept();
        timeIs("2027-12-17T23:00:00Z");
        assertGone();
        assertThat(journal.duties.toEnter(SARA.careProvider(), SARA.unit(), SARA.staff()))
                .isEmpty();
    }

    /** A mark that was taken back, and a version that nobody has entered, would else take the only copy there is. */
    @Test
    void neither_a_mark_taken_back_nor_a_correction_since_lets_it_go() {
        elsewhere();
        sign("Kan stödja.");
        journal.entries.enter(duty, "Journalsystemet", SARA);
        journal.entries.takeBack(duty, SARA);
        timeIs("2027-06-01T12:00:00Z");
        assertKept();
        journal.entries.enter(duty, "Journalsystemet", SARA);
        sign("Kan stödja. Vänster höft.");
        timeIs("2028-06-01T12:00:00Z");
        assertKept();
    }

    @Test
    void a_hold_on_the_call_holds_its_documentation_too() {
        elsewhere();
        sign("Kan stödja.");
        journal.entries.enter(duty, "Journalsystemet", SARA);
        holds.place(
                conversation,
                Holds.Reason.INCIDENT,
                "Fallet utreds",
                LocalDate.of(2027, 3, 1),
                new Holds.By(SARA.staff(), SARA.name()));
        timeIs("2027-03-01T12:00:00Z");
        assertKept();
        timeIs("2027-03-02T12:00:00Z");
        assertGone();
    }

    /** The fact that there was a call stays, without a word of it. */
    private void assertGone() {
        purge.run();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> journal.duties.background(duty))
                .satisfies(problem -> assertThat(problem.problem().slug()).isEqualTo("retention/forgotten"));
        assertThat(journal.notes.of(duty)).isEmpty();
        assertThat(journal.pictures.of(duty)).isEmpty();
        assertThat(keptUnit()).isFalse();
        assertThat(journal.duties.find(duty.careProvider(), duty.id())).isPresent();
    }

    private void assertKept() {
        purge.run();
        assertThat(journal.notes.of(duty)).isNotEmpty();
        assertThat(journal.pictures.of(duty)).hasSize(1);
    }

    private boolean keptUnit() {
        return journal.retention.forgottenAt(duty.documentation()).isEmpty();
    }

    private void sign(String measures) {
        journal.notes.sign(duty, TestJournal.saying(measures), SARA);
        if (journal.pictures.of(duty).isEmpty())
            journal.pictures.save(
                    duty,
                    new Pictures.Taken(
                            new byte[] {1}, 1600, 1200, clock.instant(), "Karin Larsson", Pictures.Asked.ASKED),
                    SARA);
    }

    private void elsewhere() {
        db.owner()
                .sql("insert into retention.record_policy (care_provider_id, place) values (?, 'ELSEWHERE')")
                .param(TestCast.VELLINGE.value())
                .update();
    }

    private void timeIs(String instant) {
        clock.pass(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    private Duty ended() {
        var call = new DocumentedCall(
                SARA.careProvider(),
                SARA.unit(),
                ClientId.next(),
                conversation,
                new MeetingId(UUID.randomUUID()),
                SARA.staff());
        Instant now = clock.instant();
        Duty opened = journal.duties.open(call, SampleDuties.background(now, null), TestJournal.saying(""));
        journal.duties.complete(opened, now, SampleDuties.background(now, now), TestJournal.saying(""));
        return journal.duties.of(opened.meeting()).orElseThrow();
    }
}
