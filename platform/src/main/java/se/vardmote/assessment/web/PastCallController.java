package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.History;
import se.vardmote.assessment.PastCall;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.organisation.StaffNames;
import se.vardmote.retention.Holds;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.HoldId;
import se.vardmote.vocabulary.StaffId;

/** One call of the history, and holding its content. */
@Controller
class PastCallController {
    private static final PastCallPage.HoldForm EMPTY = new PastCallPage.HoldForm("", "", "");
    private final CareAccess care;
    private final History history;
    private final HistoryReader reader;
    private final Clients clients;
    private final Duties duties;
    private final RetentionUnits retention;
    private final Holds holds;
    private final WhatIsLeft left;
    private final StaffNames names;
    private final AuditLog audit;
    private final Clock clock;

    PastCallController(
            CareAccess care,
            History history,
            HistoryReader reader,
            Clients clients,
            Duties duties,
            RetentionUnits retention,
            Holds holds,
            WhatIsLeft left,
            StaffNames names,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.history = history;
        this.reader = reader;
        this.clients = clients;
        this.duties = duties;
        this.retention = retention;
        this.holds = holds;
        this.left = left;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/historik/{dropIn}")
    ModelAndView open(StaffMember staff, @PathVariable("dropIn") String id) {
        PastCall call = find(staff, id);
        record(staff, call, AuditEvent.read("drop-in", call.id()));
        return page(staff, call, EMPTY, Map.of());
    }

    @PostMapping("/historik/{dropIn}/bevara")
    ModelAndView hold(
            StaffMember staff,
            @PathVariable("dropIn") String id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "why", defaultValue = "") String why,
            @RequestParam(name = "lastDay", defaultValue = "") String lastDay) {
        PastCall call = find(staff, id);
        Map<String, String> errors = new HashMap<>();
        Holds.Reason chosen = reason(reason, errors);
        LocalDate day = lastDay(lastDay, errors);
        String words = why.strip();
        if (words.isEmpty()) errors.put("why", "missing");
        if (words.length() > Holds.LONGEST_WHY) errors.put("why", "too-long");
        if (!errors.isEmpty() || chosen == null || day == null) {
            record(staff, call, AuditEvent.read("drop-in", call.id()));
            return page(staff, call, new PastCallPage.HoldForm(reason, why, lastDay), errors);
        }
        record(staff, call, AuditEvent.wrote("hold", "drop-in", call.id()));
        holds.place(call.conversation(), chosen, words, day, new Holds.By(staff.staff(), staff.name()));
        return SeeOther.to("/historik/" + call.id() + "#bevarande");
    }

    /** Of this call only; again does nothing. */
    @PostMapping("/historik/{dropIn}/sluta-bevara")
    ModelAndView lift(
            StaffMember staff,
            @PathVariable("dropIn") String id,
            @RequestParam(name = "hold", defaultValue = "") String held) {
        PastCall call = find(staff, id);
        HoldId hold = HoldId.of(held);
        record(staff, call, AuditEvent.wrote("lift", "hold", hold));
        if (holds.of(call.conversation()).stream().anyMatch(own -> own.id().equals(hold)))
            holds.lift(call.careProvider(), hold, new Holds.By(staff.staff(), staff.name()));
        return SeeOther.to("/historik/" + call.id() + "#bevarande");
    }

    private Holds.@Nullable Reason reason(String name, Map<String, String> errors) {
        Optional<Holds.Reason> chosen = Stream.of(Holds.Reason.values())
                .filter(some -> some.name().equals(name))
                .findFirst();
        if (chosen.isEmpty()) errors.put("reason", "missing");
        return chosen.orElse(null);
    }

    private @Nullable LocalDate lastDay(String typed, Map<String, String> errors) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (holds.allows(day)) return day;
        } catch (DateTimeParseException e) {
            // Told below.
        }
        errors.put("lastDay", "date");
        return null;
    }

    /** A call at the reader's own unit; an attempt at any other is on record. */
    private PastCall find(StaffMember staff, String id) {
        DropInId dropIn = DropInId.of(id);
        Relation relation = care.require(staff, "drop-in", dropIn);
        return history.find(relation.careProvider(), dropIn).orElseThrow();
    }

    private ModelAndView page(
            StaffMember staff, PastCall call, PastCallPage.HoldForm form, Map<String, String> errors) {
        Optional<Duty> duty = Optional.ofNullable(call.meeting()).flatMap(duties::of);
        List<Holds.Hold> all = holds.of(call.conversation());
        boolean held = all.stream().anyMatch(hold -> hold.inForce(clock.instant()));
        PastCallPage.Content content = content(call, held);
        return new PastCallPage(
                        reader.rows(List.of(call)).getFirst(),
                        clients.find(call.careProvider(), call.client())
                                .map(Client::shown)
                                .orElseThrow(),
                        call.reasonCode(),
                        content,
                        duty.filter(own -> own.staff().equals(staff.staff()))
                                .map(own -> "/anteckning/" + own.id())
                                .orElse(null),
                        content.goneAt() == null ? List.of() : left.of(call, duty),
                        rows(all),
                        form,
                        errors)
                .view();
    }

    private PastCallPage.Content content(PastCall call, boolean held) {
        Optional<Instant> gone = retention.forgottenAt(call.conversation());
        LocalDate lastDay = retention.lastDay(call.conversation()).orElse(null);
        return new PastCallPage.Content(gone.orElse(null), gone.isPresent() ? null : lastDay, held);
    }

    private List<PastCallPage.HoldRow> rows(List<Holds.Hold> all) {
        Map<StaffId, String> now = names.shown(all.stream()
                .flatMap(hold -> Stream.concat(Stream.of(hold.placedBy()), Stream.ofNullable(hold.liftedBy())))
                .map(Holds.By::staff)
                .collect(Collectors.toSet()));
        return all.stream().map(hold -> row(hold, now)).toList();
    }

    private PastCallPage.HoldRow row(Holds.Hold hold, Map<StaffId, String> now) {
        Holds.By lifted = hold.liftedBy();
        return new PastCallPage.HoldRow(
                hold.id().toString(),
                hold.reason().name(),
                hold.placedAt(),
                hold.placedBy().shown(now),
                hold.lastDay(),
                hold.liftedAt(),
                lifted == null ? null : lifted.shown(now),
                hold.inForce(clock.instant()));
    }

    private void record(StaffMember staff, PastCall call, AuditEventBuilder event) {
        audit.record(AuditedActor.of(staff)
                .on(event)
                .of(call.careProvider(), call.receivingUnit())
                .about(call.client())
                .at(clock.instant()));
    }
}
