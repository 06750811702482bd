package se.vardmote.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;

/** R0-38, PDL 3: a note signed here is not in the record until somebody says that it is, where and when. */
class EnteringInTheRecordSystemTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestJournal journal = new TestJournal(db, clock);
    private final Duties duties = journal.duties;
    private final StaffMember nurse = TestCast.nurse();
    private final Duty duty = SampleDuties.of(duties, nurse, ClientId.next(), clock.instant());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_signed_note_waits_to_be_entered_until_somebody_says_which_system_it_stands_in() {
        assertThat(toEnter()).isEmpty();
        sign("Kan stödja.");
        assertThat(toEnter()).containsExactly(now());
        clock.pass(Duration.ofMinutes(3));
        journal.entries.enter(duty, "Journalsystemet", nurse);
        assertThat(toEnter()).isEmpty();
        assertThat(now().enteredAt()).isEqualTo(clock.instant());
        assertThat(journal.entries.of(duty))
                .containsExactly(new RecordEntry(1, "Journalsystemet", "Sara Sjuk", clock.instant()));
    }

    @Test
    void an_unsigned_note_cannot_be_marked() {
        journal.entries.enter(duty, "Journalsystemet", nurse);
        assertThat(journal.entries.of(duty)).isEmpty();
        assertThat(now().entered()).isFalse();
    }

    @Test
    void a_mark_is_corrected_by_a_new_one_and_both_can_be_read() {
        sign("Kan stödja.");
        journal.entries.enter(duty, "Fel system", nurse);
        clock.pass(Duration.ofMinutes(1));
        journal.entries.enter(duty, "Rätt system", nurse);
        assertThat(journal.entries.of(duty))
                .extracting(RecordEntry::system)
                .containsExactly("Rätt system", "Fel system");
        clock.pass(Duration.ofMinutes(1));
        journal.entries.takeBack(duty, nurse);
        assertThat(now().entered()).isFalse();
        assertThat(journal.entries.of(duty)).hasSize(3);
        assertThat(toEnter()).containsExactly(now());
    }

    /** What stands in the record system is then no longer what is signed. */
    @Test
    void a_correction_waits_to_be_entered_again() {
        sign("Kan stödja.");
        journal.entries.enter(duty, "Journalsystemet", nurse);
        sign("Kan stödja. Vänster höft.");
        assertThat(toEnter()).containsExactly(now());
        journal.entries.enter(duty, "Journalsystemet", nurse);
        assertThat(journal.entries.of(duty)).extracting(RecordEntry::version).containsExactlyInAnyOrder(1, 2);
        assertThat(toEnter()).isEmpty();
    }

    @Test
    void the_system_that_somebody_used_last_is_offered_again() {
        assertThat(journal.entries.systemLastUsedBy(nurse)).isEmpty();
        sign("Kan stödja.");
        journal.entries.enter(duty, "Journalsystemet", nurse);
        clock.pass(Duration.ofMinutes(1));
        journal.entries.takeBack(duty, nurse);
        assertThat(journal.entries.systemLastUsedBy(nurse)).contains("Journalsystemet");
    }

    /** What the warnings on day 1, 7, 30 and 55 ask for. */
    @Test
    void calls_without_a_signature_and_notes_that_are_not_entered_are_found_by_how_long_ago_they_ended() {
        Duty later = SampleDuties.of(
                duties, TestCast.nurse(), ClientId.next(), clock.instant().plusSeconds(60));
        SampleDuties.begun(duties, nurse, ClientId.next(), clock.instant().minusSeconds(600));
        Instant after = clock.instant().plusSeconds(61);
        assertThat(duties.unsignedSince(after, 10)).containsExactly(duty, later);
        assertThat(duties.unsignedSince(after, 1)).containsExactly(duty);
        assertThat(duties.unsignedSince(clock.instant().plusSeconds(60), 10)).containsExactly(duty);
        assertThat(duties.notEnteredSince(after, 10)).isEmpty();
        sign("Kan stödja.");
        assertThat(duties.unsignedSince(after, 10)).containsExactly(later);
        assertThat(duties.notEnteredSince(after, 10)).containsExactly(now());
        journal.entries.enter(duty, "Journalsystemet", nurse);
        assertThat(duties.notEnteredSince(after, 10)).isEmpty();
    }

    private void sign(String measures) {
        journal.notes.sign(now(), TestJournal.saying(measures), nurse);
    }

    private Duty now() {
        return duties.find(TestCast.VELLINGE, duty.id()).orElseThrow();
    }

    private List<Duty> toEnter() {
        return duties.toEnter(TestCast.VELLINGE, TestCast.NURSES, nurse.staff());
    }
}
