package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-2: a session that has timed out tells for some hours whether somebody waits, and opens nothing else. */
@Tag("R0-2")
class LookoutTests {
    private static final Duration IDLE = Duration.ofMinutes(61);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Sessions sessions = TestSessions.on(db, TestNews.silent(), clock);
    private final Lookouts lookouts =
            new Lookouts(db.app(), new Organisation(db.app()), sessions, TestSessions.settings(), clock);
    private final TestCast cast = TestCast.in(db);
    private final StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private final CommissionId commission = cast.commission(sara, TestCast.NURSES, TestCast.CARE);
    private final Token token = begun(sara, commission);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void after_the_time_out_it_asks_about_the_units_of_the_one_who_was_signed_in() {
        clock.pass(IDLE);
        assertThat(sessions.holderOf(token.hash())).isEmpty();
        assertThat(lookouts.of(token.hash())).contains(new Lookout(TestCast.VELLINGE, Set.of(TestCast.NURSES)));
    }

    @Test
    void it_is_none_while_the_session_lasts_and_none_for_a_token_that_never_was_one() {
        assertThat(lookouts.of(token.hash())).isEmpty();
        assertThat(lookouts.of(Token.fresh().hash())).isEmpty();
    }

    @Test
    void it_ends_after_some_hours() {
        clock.pass(IDLE.plus(Lookouts.KEPT).minusMinutes(2));
        assertThat(lookouts.of(token.hash())).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(lookouts.of(token.hash())).isEmpty();
    }

    @Test
    void whoever_ended_the_session_ended_it_too_before_the_time_out_or_after() {
        Token other = begun(sara, commission);
        sessions.end(other.hash(), "signed-out");
        clock.pass(IDLE);
        assertThat(lookouts.of(other.hash())).isEmpty();
        sessions.end(token.hash(), "new-sign-in");
        assertThat(lookouts.of(token.hash())).isEmpty();
    }

    @Test
    void a_commission_that_has_ended_ends_it() {
        clock.pass(IDLE);
        cast.endCommission(commission, LocalDate.of(2026, 11, 16));
        assertThat(lookouts.of(token.hash())).isEmpty();
    }

    @Test
    void who_holds_no_licence_has_none() {
        StaffId kim = cast.staff("SE2120001132-1002", "Kim Ekdal", Profession.ASSISTANT_NURSE);
        Token kims = begun(kim, cast.commission(kim, TestCast.NURSES, TestCast.CARE));
        clock.pass(IDLE);
        assertThat(lookouts.of(kims.hash())).isEmpty();
    }

    private Token begun(StaffId staff, CommissionId in) {
        return sessions.begin(staff, new Sessions.Role.InCommission(in, TestCast.VELLINGE), Assurance.LOA3);
    }
}
