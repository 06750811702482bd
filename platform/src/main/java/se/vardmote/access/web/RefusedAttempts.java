package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actors;
import se.vardmote.access.AuditedActor;
import se.vardmote.audit.Activity;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;

/**
 * Puts attempts that the rights table refused on record, when we know who tried. A stranger without any token is only
 * shown the way in: there is nobody to name, and anybody could fill the log.
 */
@Component
class RefusedAttempts {
    private final AuditLog audit;
    private final Clock clock;

    RefusedAttempts(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void note(Optional<Actors> actors, HttpServletRequest request, AccessProblem problem) {
        if (problem instanceof AccessProblem.NoSuchPage) return;
        var activity = "GET".equals(request.getMethod()) ? Activity.READ : Activity.WRITE;
        actors.flatMap(AuditedActor::of)
                .ifPresent(actor -> audit.record(actor.on(AuditEvent.did(activity, "open", "page", null)
                                .refused(problem.slug().replace('/', '.')))
                        .at(clock.instant())));
    }
}
