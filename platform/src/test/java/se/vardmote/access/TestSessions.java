package se.vardmote.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.News;
import se.vardmote.platform.TestDatabase;

/** Sessions as in production, with an identity provider that nobody asks. */
public final class TestSessions {
    private TestSessions() {}

    public static Sessions on(TestDatabase db, News news, Clock clock) {
        URI nowhere = URI.create("https://idp.example/");
        var settings = new SignInSettings(
                nowhere,
                nowhere,
                nowhere,
                "https://idp.example",
                "vardmote",
                "secret",
                Assurance.LOA3,
                Duration.ofMinutes(60),
                Duration.ofHours(14));
        return new Sessions(db.app(), new Organisation(db.app()), news, settings, clock);
    }
}
