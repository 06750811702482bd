package se.vardmote.directory.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.register.Joining;
import se.vardmote.ui.SeeOther;

/** The care provider joins the common documentation, or leaves it: what others may read at all. */
@Controller
class JoiningController {
    private final Joining joining;
    private final AuditLog audit;
    private final Clock clock;

    JoiningController(Joining joining, AuditLog audit, Clock clock) {
        this.joining = joining;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param joined {@code ja} or {@code nej} */
    @PostMapping(DirectoryPages.ROOT + "/sammanhallen")
    ModelAndView join(SystemAdministrator by, @RequestParam(name = "ansluten", defaultValue = "nej") String joined) {
        boolean joins = joined.equals("ja");
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote(
                        joins ? "join-documentation" : "leave-documentation", "care-provider", by.careProvider()))
                .at(clock.instant()));
        joining.write(by.careProvider(), joins);
        return SeeOther.to(DirectoryPages.ROOT + "#sammanhallen");
    }
}
