package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Sessions.Role;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.platform.TestTransactions;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R4-292, R4-293: a session that somebody else goes on with, switching again and again, ends with all others. */
class SwitchingWhileSignedOutTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Sessions sessions = TestSessions.on(db, TestNews.silent(), clock);
    private final SwitchedSessions switched =
            TestTransactions.around(db, new SwitchedSessions(db.app(), sessions, clock));
    private final SignIns signIns =
            TestTransactions.around(db, new SignIns(db.app(), sessions, TestSessions.settings(), clock));
    private final TestCast cast = TestCast.in(db);
    private final StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private final Role other =
            new Role.InCommission(cast.commission(sara, TestCast.HOME_CARE, TestCast.CARE), TestCast.VELLINGE);
    private final StaffMember stolen =
            TestSessions.signIn(sessions, sara, cast.commission(sara, TestCast.NURSES, TestCast.CARE));
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        elsewhere.close();
        db.close();
    }

    @Test
    void what_is_being_switched_to_ends_too() throws Exception {
        Future<Integer> ended = whileWorking(() -> switched.to(stolen, other), () -> signIns.endAll(sara));

        assertThat(ended.get()).isEqualTo(1);
        assertThat(signIns.of(sara)).isEmpty();
    }

    @Test
    void what_is_being_ended_is_switched_to_nothing() throws Exception {
        Future<Optional<Token>> next = whileWorking(() -> signIns.endAll(sara), () -> switched.to(stolen, other));

        assertThat(next.get()).isEmpty();
        assertThat(signIns.of(sara)).isEmpty();
    }

    @Test
    void an_administrator_who_ends_those_of_their_staff_ends_what_is_being_switched_to() throws Exception {
        Future<Integer> ended =
                whileWorking(() -> switched.to(stolen, other), () -> signIns.endAt(TestCast.VELLINGE, sara));

        assertThat(ended.get()).isEqualTo(1);
        assertThat(signIns.of(sara)).isEmpty();
    }

    @Test
    void a_row_of_the_register_that_nobody_goes_on_under_ends_what_is_being_switched_to() throws Exception {
        Future<Integer> ended = whileWorking(() -> switched.to(stolen, other), () -> signIns.endRevoked(sara));

        assertThat(ended.get()).isEqualTo(1);
        assertThat(signIns.of(sara)).isEmpty();
    }

    @Test
    void two_who_switch_the_same_session_at_once_go_on_as_one() throws Exception {
        Future<Optional<Token>> second =
                whileWorking(() -> switched.to(stolen, other), () -> switched.to(stolen, other));

        assertThat(second.get()).isEmpty();
        assertThat(signIns.of(sara)).hasSize(1);
    }

    /** The second comes when the first has done its work, and before that is kept. */
    private <T> Future<T> whileWorking(Callable<?> first, Callable<T> second) {
        return db.transactions().execute(status -> {
            try {
                first.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            Future<T> came = elsewhere.submit(second);
            db.awaitHeldUp(came);
            return came;
        });
    }
}
