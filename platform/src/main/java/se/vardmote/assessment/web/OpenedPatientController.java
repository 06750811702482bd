package se.vardmote.assessment.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.assessment.PastCall;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protections;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Note;
import se.vardmote.journal.Notes;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.ProblemException;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DropInId;

/** What a stated ground opens: the calls of that one person at that one care provider, to read. Each reading carries the ground. */
@Controller
@RequestMapping("/patient/{client}")
class OpenedPatientController {
    private final CareAccess care;
    private final StatedGrounds grounds;
    private final OpenedCalls opened;
    private final HistoryReader rows;
    private final Clients clients;
    private final Protections protections;
    private final Duties duties;
    private final Notes notes;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;

    OpenedPatientController(
            CareAccess care,
            StatedGrounds grounds,
            OpenedCalls opened,
            HistoryReader rows,
            Clients clients,
            Protections protections,
            Duties duties,
            Notes notes,
            Organisation organisation,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.grounds = grounds;
        this.opened = opened;
        this.rows = rows;
        this.clients = clients;
        this.protections = protections;
        this.duties = duties;
        this.notes = notes;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever needs no stated ground comes to the history of their own unit. */
    @GetMapping
    ModelAndView patient(StaffMember staff, @PathVariable("client") String id) {
        ClientId client = ClientId.of(id);
        Optional<StatedGround> open = grounds.openTo(staff, client);
        if (open.isEmpty()) {
            care.require(staff, "patient", client);
            return SeeOther.to("/historik?person=" + client);
        }
        StatedGround stated = open.get();
        record(staff, stated, null, stated.ground().reading("history", null));
        OpenedCalls.Opened calls = opened.of(staff, stated);
        return new OpenedPatientPage(
                        stated,
                        person(staff, stated),
                        provider(stated),
                        stated.careProvider().equals(staff.careProvider()),
                        listed(calls.calls()),
                        calls.blocked(),
                        calls.more())
                .view();
    }

    private List<OpenedPatientPage.Row> listed(List<PastCall> calls) {
        Map<CareUnitId, String> units = organisation.unitNames(
                calls.stream().map(PastCall::receivingUnit).collect(Collectors.toSet()));
        List<HistoryPage.Row> shown = rows.rows(calls);
        List<OpenedPatientPage.Row> listed = new ArrayList<>();
        for (int n = 0; n < calls.size(); n++) {
            String unit = units.getOrDefault(calls.get(n).receivingUnit(), "");
            listed.add(new OpenedPatientPage.Row(unit, shown.get(n)));
        }
        return listed;
    }

    @GetMapping("/samtal/{dropIn}")
    ModelAndView call(StaffMember staff, @PathVariable("client") String id, @PathVariable("dropIn") String dropIn) {
        Optional<StatedGround> open = grounds.openTo(staff, ClientId.of(id));
        DropInId asked = DropInId.of(dropIn);
        if (open.isEmpty()) {
            care.require(staff, "drop-in", asked);
            return SeeOther.to("/historik/" + asked);
        }
        StatedGround stated = open.get();
        PastCall call = find(staff, stated, asked);
        record(staff, stated, call.receivingUnit(), stated.ground().reading("drop-in", call.id()));
        return new OpenedCallPage(
                        stated,
                        person(staff, stated),
                        provider(stated),
                        organisation.unitNames(Set.of(call.receivingUnit())).getOrDefault(call.receivingUnit(), ""),
                        rows.rows(List.of(call)).getFirst(),
                        call.reasonCode(),
                        signed(staff, stated, call))
                .view();
    }

    @PostMapping("/stang")
    ModelAndView close(StaffMember staff, @PathVariable("client") String id) {
        ClientId client = ClientId.of(id);
        Relation relation = care.require(staff, "patient", client);
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.wrote("close-ground", "patient", client))
                .of(relation.careProvider(), null)
                .about(client)
                .at(clock.instant()));
        grounds.close(staff, client);
        return SeeOther.to("/historik");
    }

    /** Of the person whom the ground opens, and nothing that they have blocked; an attempt is on record. */
    private PastCall find(StaffMember staff, StatedGround stated, DropInId id) {
        return opened.find(staff, stated, id).orElseThrow(() -> refused(staff, AuditEvent.read("drop-in", id)));
    }

    private ProblemException refused(StaffMember staff, AuditEventBuilder attempt) {
        audit.record(AuditedActor.of(staff).on(attempt.refused("no-relation")).at(clock.instant()));
        return new ProblemException(new AccessProblem.NoRelation());
    }

    /** Of the care provider's own duty only; a reading of its own. */
    private List<Note> signed(StaffMember staff, StatedGround stated, PastCall call) {
        Optional<Duty> duty = Optional.ofNullable(call.meeting())
                .flatMap(meeting -> duties.of(meeting, stated.careProvider()))
                .filter(one -> one.signed() && opened.leaves(staff, stated, one.unit()));
        duty.ifPresent(one -> record(staff, stated, one.unit(), stated.ground().reading("note", one.id())));
        return duty.map(notes::of).orElse(List.of());
    }

    /** Hidden where either of the two care providers knows of protection. */
    private Client.Shown person(StaffMember staff, StatedGround stated) {
        Client client = clients.find(stated.careProvider(), stated.client()).orElseThrow();
        return (protections.covers(staff.careProvider(), client.identity()) ? client.hidden() : client).shown();
    }

    private String provider(StatedGround stated) {
        return organisation
                .provider(stated.careProvider())
                .map(CareProvider::name)
                .orElse("");
    }

    private void record(StaffMember staff, StatedGround stated, @Nullable CareUnitId unit, AuditEventBuilder event) {
        audit.record(AuditedActor.of(staff)
                .on(event)
                .of(stated.careProvider(), unit)
                .about(stated.client())
                .at(clock.instant()));
    }
}
