package se.vardmote.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import se.vardmote.organisation.Assignments;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.News;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/** Sessions as in production, with an identity provider that nobody asks. */
public final class TestSessions {
    private TestSessions() {}

    public static Sessions on(TestDatabase db, News news, Clock clock) {
        return new Sessions(db.app(), new Organisation(db.app()), new Assignments(db.app()), news, settings(), clock);
    }

    /** Where staff are signed in; nobody hears of it when that ends. */
    public static SignIns signIns(TestDatabase db, Clock clock) {
        return new SignIns(db.app(), on(db, TestNews.silent(), clock), settings(), clock);
    }

    static SignInSettings settings() {
        URI nowhere = URI.create("https://idp.example/");
        return new SignInSettings(
                nowhere,
                nowhere,
                nowhere,
                "https://idp.example",
                "vardmote",
                "secret",
                Assurance.LOA3,
                Duration.ofMinutes(60),
                Duration.ofHours(14));
    }

    /** Signs a member of staff in, in a commission, as the register knows them. */
    public static StaffMember signIn(Sessions sessions, StaffId staff, CommissionId commission) {
        Token token =
                sessions.begin(staff, new Sessions.Role.InCommission(commission, TestCast.VELLINGE), Assurance.LOA3);
        return (StaffMember) sessions.holderOf(token.hash()).orElseThrow();
    }

    static SystemAdministrator administer(Sessions sessions, StaffId staff) {
        Token token = sessions.begin(staff, new Sessions.Role.Administering(TestCast.VELLINGE), Assurance.LOA3);
        return (SystemAdministrator) sessions.holderOf(token.hash()).orElseThrow();
    }
}
