package se.vardmote.access.signin;

import java.time.Clock;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SocialStaff;
import se.vardmote.audit.Activity;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.Staff;

/** Puts signing in and out on record. */
@Component
public class SignInLog {
    private static final String SESSION = "session";
    private final AuditLog audit;
    private final Clock clock;

    public SignInLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public void signedIn(Actor actor) {
        if (actor instanceof SocialStaff social) {
            audit.record(AuditedActor.of(actor)
                    .on(AuditEvent.did(Activity.SIGN_IN, "sign-in", "assignment", social.assignment()))
                    .at(clock.instant()));
            return;
        }
        record(Activity.SIGN_IN, "sign-in", actor);
    }

    public void signedOut(Actor actor) {
        record(Activity.SIGN_OUT, "sign-out", actor);
    }

    /** Somebody whom we know and did not let in; strangers leave no name to record. */
    void refused(Staff staff, Refusal why) {
        audit.record(AuditEvent.did(Activity.SIGN_IN, "sign-in", SESSION, null)
                .by(ActorKind.STAFF, staff.id(), staff.name())
                .refused(why.code())
                .at(clock.instant()));
    }

    private void record(Activity activity, String action, Actor actor) {
        audit.record(AuditedActor.of(actor)
                .on(AuditEvent.did(activity, action, SESSION, null))
                .at(clock.instant()));
    }
}
