package se.vardmote.access.web;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SignIns;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.StaffId;

/** The administrator sees who of their care provider's staff is signed in, and ends it. Never what anybody does. */
@Controller
@RequestMapping("/admin/inloggningar")
class PresentStaffController {
    private final SignIns signIns;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;

    PresentStaffController(SignIns signIns, Organisation organisation, AuditLog audit, Clock clock) {
        this.signIns = signIns;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(SystemAdministrator by, @RequestParam(required = false) @Nullable String avslutat) {
        var rows = signIns.presentAt(by.careProvider()).stream()
                .map(one -> new PresentStaffPage.Row(
                        one.staff().toString(),
                        one.name(),
                        one.profession(),
                        one.places(),
                        one.lastSeen(),
                        one.staff().equals(by.staff())))
                .toList();
        String provider =
                organisation.provider(by.careProvider()).map(CareProvider::name).orElse("");
        return new PresentStaffPage(provider, rows, "ja".equals(avslutat)).view();
    }

    /** Put on record first: then nobody is signed out without a trace of by whom. */
    @PostMapping("/{staff}/avsluta")
    ModelAndView end(SystemAdministrator by, @PathVariable UUID staff) {
        var whose = new StaffId(staff);
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote("end-sign-ins", "staff", whose))
                .at(clock.instant()));
        signIns.endAt(by.careProvider(), whose);
        return SeeOther.to("/admin/inloggningar?avslutat=ja");
    }
}
