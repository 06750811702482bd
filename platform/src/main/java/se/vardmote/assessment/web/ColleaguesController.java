package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.Roster;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Invitations;
import se.vardmote.meetings.RunningCalls;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/** Whom the one who leads a call can ask to come in: one unit at a time, of any care provider. */
@Controller
class ColleaguesController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final CareAccess care;
    private final Organisation organisation;
    private final Roster roster;
    private final RunningCalls running;
    private final Invitations invitations;
    private final AuditLog audit;
    private final Clock clock;

    ColleaguesController(
            CareAccess care,
            Organisation organisation,
            Roster roster,
            RunningCalls running,
            Invitations invitations,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.organisation = organisation;
        this.roster = roster;
        this.running = running;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    record Unit(String id, String name) {}

    /** @param profession the name of a {@code Profession} */
    record Colleague(String staff, String name, String profession, boolean onDuty, boolean inCall) {}

    /** Licensed staff with a commission for care at the unit today: those on duty first, then by name. */
    record Colleagues(String unit, List<Unit> units, List<Colleague> colleagues) {}

    /** @param unit where to look; empty for the reader's own */
    @GetMapping("/samtal/{meeting}/kollegor")
    @ResponseBody
    Colleagues colleagues(
            StaffMember staff,
            @PathVariable("meeting") String id,
            @RequestParam(name = "enhet", defaultValue = "") String unit) {
        care.require(staff, "meeting", MeetingId.of(id));
        CareUnitId chosen = unit.isEmpty() ? staff.unit() : CareUnitId.of(unit);
        return new Colleagues(chosen.toString(), units(staff), at(chosen, staff));
    }

    @PostMapping("/samtal/{meeting}/kollegor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(
            StaffMember staff,
            @PathVariable("meeting") String id,
            @RequestParam(name = "kollega", defaultValue = "") String colleague,
            @RequestParam(name = "enhet", defaultValue = "") String unit,
            @RequestParam(name = "taOver", defaultValue = "false") boolean takeOver) {
        MeetingId meeting = MeetingId.of(id);
        CareProviderId owner = care.require(staff, "meeting", meeting).careProvider();
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.wrote(takeOver ? "ask-to-take-over" : "ask-in", "meeting", meeting))
                .of(owner, null)
                .at(clock.instant()));
        invitations.ask(meeting, staff.staff(), StaffId.of(colleague), CareUnitId.of(unit), takeOver);
    }

    /** One's own first, then every unit, of whichever care provider, where somebody licensed works today. */
    private List<Unit> units(StaffMember staff) {
        return Stream.concat(
                        organisation.unit(staff.unit()).stream(), organisation.unitsWithLicensedStaff(today()).stream())
                .map(ColleaguesController::shown)
                .distinct()
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    private static Unit shown(CareUnit unit) {
        return new Unit(unit.id().toString(), unit.name());
    }

    /** Whoever lacks the right to digital meetings could not come in. */
    private List<Staff> mayMeet(CareUnitId unit, List<Staff> licensed) {
        Set<StaffId> may =
                organisation.atWorkOf(licensed.stream().map(Staff::id).collect(Collectors.toSet()), today()).stream()
                        .filter(work -> work.mayMeet() && work.unit().id().equals(unit))
                        .map(work -> work.staff().id())
                        .collect(Collectors.toSet());
        return licensed.stream().filter(one -> may.contains(one.id())).toList();
    }

    private List<Colleague> at(CareUnitId unit, StaffMember reader) {
        List<Staff> licensed = mayMeet(
                unit,
                organisation.staffAt(unit, today()).stream()
                        .filter(one -> one.licensed() && !one.id().equals(reader.staff()))
                        .toList());
        Set<StaffId> onDuty = Set.copyOf(roster.at(unit));
        Set<StaffId> inCall = running.among(licensed.stream().map(Staff::id).toList());
        return licensed.stream()
                .map(one -> new Colleague(
                        one.id().toString(),
                        one.name(),
                        one.profession().name(),
                        onDuty.contains(one.id()),
                        inCall.contains(one.id())))
                .sorted(Comparator.comparing(one -> !one.onDuty()))
                .toList();
    }
}
