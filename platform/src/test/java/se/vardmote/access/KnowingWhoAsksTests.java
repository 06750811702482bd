package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.organisation.Assignments;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.CountingStatements;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-1, R0-2: who asks, in which commission, and what they may, is one question to the database for every request. */
class KnowingWhoAsksTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final CountingStatements statements = new CountingStatements(db.appDataSource());
    private final JdbcClient counted = JdbcClient.create(statements);
    private final Sessions sessions = new Sessions(
            counted,
            new Organisation(counted),
            new Assignments(counted),
            TestNews.silent(),
            TestSessions.settings(),
            clock);
    private final TestCast cast = TestCast.in(db);
    private final StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_professional_is_known_in_one_question() {
        CommissionId commission = cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        Token token =
                sessions.begin(sara, new Sessions.Role.InCommission(commission, TestCast.VELLINGE), Assurance.LOA3);

        assertThat(statements.during(() -> assertThat(sessions.holderOf(token.hash()))
                        .get()
                        .isInstanceOfSatisfying(StaffMember.class, staff -> assertThat(staff.unit())
                                .isEqualTo(TestCast.NURSES))))
                .isOne();
    }

    @Test
    void an_administrator_is_known_in_one_question_and_only_where_they_administer() {
        Token token = sessions.begin(sara, new Sessions.Role.Administering(TestCast.VELLINGE), Assurance.LOA3);
        assertThat(sessions.holderOf(token.hash())).isEmpty();

        cast.administers(sara, TestCast.VELLINGE);
        assertThat(statements.during(() ->
                        assertThat(sessions.holderOf(token.hash())).get().isInstanceOf(SystemAdministrator.class)))
                .isOne();
    }

    @Test
    void that_nobody_is_signed_in_is_one_question_too() {
        assertThat(statements.during(() ->
                        assertThat(sessions.holderOf(Token.fresh().hash())).isEqualTo(Optional.empty())))
                .isOne();
    }
}
