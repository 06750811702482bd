package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-1, R0-2: who holds something open under a session is asked for again, and what keeps a session alive is stated. */
class SessionsEndTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Sessions sessions = TestSessions.on(db, TestNews.silent(), clock);
    private final TestCast cast = TestCast.in(db);
    private final StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private final CommissionId commission = cast.commission(sara, TestCast.NURSES, TestCast.CARE);
    private final SessionId session = begun();

    private SessionId begun() {
        return TestSessions.signIn(sessions, sara, commission).session();
    }

    private SessionId administering() {
        cast.administers(sara, TestCast.VELLINGE);
        return TestSessions.administer(sessions, sara).session();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void many_are_asked_about_at_once_and_only_those_who_are_still_signed_in_are_in_the_answer() {
        SessionId second = begun();
        SessionId administrator = administering();
        sessions.end(second, "signed-out");

        assertThat(sessions.stillSignedIn(Set.of(session, second, administrator)))
                .containsOnlyKeys(session)
                .hasEntrySatisfying(session, staff -> assertThat(staff.unit()).isEqualTo(TestCast.NURSES));
    }

    @Test
    void what_ended_it_is_told_apart() {
        SessionId anew = begun();
        SessionId taken = begun();
        SessionId idle = begun();
        sessions.end(session, "signed-out");
        sessions.end(anew, "new-sign-in");
        sessions.end(taken, "revoked");
        clock.pass(Duration.ofMinutes(61));

        assertThat(sessions.whyOver(session)).isEqualTo(SessionOver.SIGNED_OUT);
        assertThat(sessions.whyOver(anew)).isEqualTo(SessionOver.SIGNED_OUT);
        assertThat(sessions.whyOver(taken)).isEqualTo(SessionOver.REVOKED);
        assertThat(sessions.whyOver(idle)).isEqualTo(SessionOver.TIMED_OUT);
    }

    @Test
    void a_commission_that_has_ended_is_a_right_taken_back() {
        cast.endCommission(commission, LocalDate.of(2026, 11, 16));

        assertThat(sessions.stillSignedIn(session)).isEmpty();
        assertThat(sessions.whyOver(session)).isEqualTo(SessionOver.REVOKED);
    }

    @Test
    void being_seen_puts_the_idle_time_out_off_but_never_the_longest_time() {
        for (int i = 0; i < 16; i++) {
            clock.pass(Duration.ofMinutes(50));
            sessions.seen(Set.of(session));
            assertThat(sessions.stillSignedIn(session)).isPresent();
        }
        clock.pass(Duration.ofMinutes(41));
        sessions.seen(Set.of(session));

        assertThat(sessions.stillSignedIn(session)).isEmpty();
        assertThat(sessions.whyOver(session)).isEqualTo(SessionOver.TIMED_OUT);
    }

    @Test
    void being_seen_wakes_no_session_that_is_over() {
        SessionId ended = begun();
        sessions.end(ended, "signed-out");
        clock.pass(Duration.ofMinutes(61));
        sessions.seen(Set.of(session, ended));

        assertThat(sessions.stillSignedIn(Set.of(session, ended))).isEmpty();
    }
}
