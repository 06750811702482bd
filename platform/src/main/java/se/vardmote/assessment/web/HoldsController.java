package se.vardmote.assessment.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.assessment.History;
import se.vardmote.assessment.PastCall;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.StaffNames;
import se.vardmote.retention.Holds;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HoldId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** What the care provider holds beyond its time: looked through, and lifted, by an administrator, who sees no patient. */
@Controller
class HoldsController {
    private static final String PAGE = "/admin/bevarat";
    private final Holds holds;
    private final History history;
    private final Organisation organisation;
    private final StaffNames names;
    private final AuditLog audit;
    private final Clock clock;

    HoldsController(
            Holds holds, History history, Organisation organisation, StaffNames names, AuditLog audit, Clock clock) {
        this.holds = holds;
        this.history = history;
        this.organisation = organisation;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ModelAndView list(SystemAdministrator by, @RequestParam(required = false) @Nullable String notice) {
        List<Holds.Hold> held = holds.inForce(by.careProvider());
        Map<RetentionUnitId, PastCall> calls = history
                .of(held.stream().map(Holds.Hold::unit).toList())
                .stream()
                .collect(Collectors.toMap(PastCall::conversation, Function.identity()));
        Map<CareUnitId, String> units = organisation.unitNames(
                calls.values().stream().map(PastCall::receivingUnit).collect(Collectors.toSet()));
        Map<StaffId, String> now =
                names.shown(held.stream().map(hold -> hold.placedBy().staff()).collect(Collectors.toSet()));
        return new HoldsPage(
                        organisation
                                .provider(by.careProvider())
                                .map(CareProvider::name)
                                .orElse(""),
                        held.stream()
                                .map(hold -> row(hold, calls.get(hold.unit()), units, now))
                                .toList(),
                        "lifted".equals(notice) ? notice : null)
                .view();
    }

    /** Again does nothing; of another care provider there is none. */
    @PostMapping(PAGE + "/{hold}/upphor")
    ModelAndView lift(SystemAdministrator by, @PathVariable("hold") String id) {
        HoldId hold = HoldId.of(id);
        audit.record(
                AuditedActor.of(by).on(AuditEvent.wrote("lift", "hold", hold)).at(clock.instant()));
        boolean lifted = holds.lift(by.careProvider(), hold, new Holds.By(by.staff(), by.name()));
        return SeeOther.to(lifted ? PAGE + "?notice=lifted" : PAGE);
    }

    private static HoldsPage.Row row(
            Holds.Hold hold, @Nullable PastCall call, Map<CareUnitId, String> units, Map<StaffId, String> now) {
        return new HoldsPage.Row(
                hold.id().toString(),
                call == null ? null : call.knockedAt(),
                call == null ? null : units.get(call.receivingUnit()),
                hold.reason().name(),
                hold.placedAt(),
                hold.placedBy().shown(now),
                hold.lastDay());
    }
}
