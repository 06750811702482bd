package se.vardmote.access.guest;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.GuestLinks;
import se.vardmote.access.GuestMeetings;
import se.vardmote.access.VisitorSignInSettings;
import se.vardmote.access.signin.AuthorizationRequests;
import se.vardmote.access.signin.EIdProvider;
import se.vardmote.audit.AuditLog;
import se.vardmote.platform.TestDatabase;

/** The door for guests, where no e-ID is configured. */
public final class TestGuestDoor {
    private TestGuestDoor() {}

    public static GuestDoor on(
            TestDatabase db, Clock clock, GuestLinks links, GuestCodes codes, GuestMeetings meetings, AuditLog audit) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("meetings", meetings);
        var none = new VisitorSignInSettings(null, null, null, "", "", "", List.of(), List.of());
        return new GuestDoor(
                links,
                codes,
                new EIdProvider(none, new AuthorizationRequests(db.app(), clock), clock),
                beans.getBeanProvider(GuestMeetings.class),
                audit,
                clock);
    }
}
