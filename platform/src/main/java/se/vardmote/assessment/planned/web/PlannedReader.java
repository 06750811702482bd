package se.vardmote.assessment.planned.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CallCodes;
import se.vardmote.access.Commissions;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.AssessmentProblem;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.assessment.planned.PlannedCalls;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.ui.IdentityPage;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.StaffId;

/** Reads what is agreed on for the professional; whose names are shown is on record before. */
@Component
public class PlannedReader {
    private final PlannedCalls calls;
    private final CallCodes codes;
    private final Clients clients;
    private final Organisation organisation;
    private final Commissions commissions;
    private final AuditLog audit;
    private final Clock clock;

    public PlannedReader(
            PlannedCalls calls,
            CallCodes codes,
            Clients clients,
            Organisation organisation,
            Commissions commissions,
            AuditLog audit,
            Clock clock) {
        this.calls = calls;
        this.codes = codes;
        this.clients = clients;
        this.organisation = organisation;
        this.commissions = commissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Another time as typed, and what is wrong with it. */
    record OtherTime(String date, String time, Map<String, String> errors) {}

    /** Their own of today: those to come, and those to whom nobody came. */
    public List<PlannedCall> today(StaffMember staff) {
        List<PlannedCall> today = calls.ofDay(staff.careProvider(), staff.staff(), clock.instant());
        record(commissions.of(staff), today);
        return today;
    }

    /** Of some calls, those whose code is out. */
    public AwaitedPage awaited(List<PlannedCall> today) {
        Map<UUID, CallCodes.Issued> out =
                codes.of(today.stream().map(call -> call.id().value()).toList());
        return new AwaitedPage(today.stream()
                .filter(call -> call.state() == PlannedCall.State.PLANNED)
                .flatMap(call -> Optional.ofNullable(out.get(call.id().value())).map(code -> row(call, code)).stream())
                .toList());
    }

    private static AwaitedPage.Row row(PlannedCall call, CallCodes.Issued code) {
        return new AwaitedPage.Row(
                call.id().toString(),
                call.typed().staffName(),
                call.typed().staffPhone().e164(),
                call.shownName(),
                code.code(),
                code.until());
    }

    /** @param after as {@link #text} wrote it; empty for the first page */
    PlannedListPage list(StaffMember staff, String after) {
        List<StaffMember> posts = commissions.of(staff);
        PlannedCalls.Page page = calls.coming(
                staff.careProvider(),
                posts.stream().map(StaffMember::unit).toList(),
                place(after).orElse(null));
        record(posts, page.calls());
        Map<CareUnitId, String> units = organisation.unitNames(page.calls().stream()
                .map(PlannedCall::homeUnit)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<StaffId, String> names = page.calls().stream()
                .map(PlannedCall::staff)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::nameOf));
        return new PlannedListPage(
                posts.stream().map(StaffMember::unitName).collect(Collectors.joining(", ")),
                page.calls().stream().map(call -> row(call, units, names)).toList(),
                page.next() == null ? null : "/planerade?efter=" + text(page.next()));
    }

    private static PlannedListPage.Row row(
            PlannedCall call, Map<CareUnitId, String> units, Map<StaffId, String> names) {
        return new PlannedListPage.Row(
                call.id().toString(),
                call.at(),
                call.name(),
                call.reason().name(),
                call.shownName(),
                names.getOrDefault(call.staff(), ""),
                call.homeUnit() == null ? null : units.get(call.homeUnit()));
    }

    /** Name and number of one with protected personal data; the reader has been found to have a relation to the call. */
    IdentityPage identity(StaffMember staff, PlannedCallId id) {
        PlannedCall call = calls.find(staff.careProvider(), id)
                .orElseThrow(() -> new AssessmentProblem.NoSuchPlannedCall().asException());
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.read("protected-identity", id))
                .of(call.careProvider(), call.receivingUnit())
                .about(call.client())
                .at(clock.instant()));
        Client patient = clients.find(call.careProvider(), call.client()).orElseThrow();
        return new IdentityPage(patient.name().value(), patient.identity().display(), "/planerade/" + id);
    }

    /** The reader has been found to have a relation to it. */
    PlannedCallPage one(StaffMember staff, PlannedCallId id, @Nullable OtherTime other, @Nullable String notice) {
        PlannedCall call = calls.find(staff.careProvider(), id)
                .orElseThrow(() -> new AssessmentProblem.NoSuchPlannedCall().asException());
        record(List.of(staff), List.of(call));
        var local = LocalDateTime.ofInstant(call.at(), PlannedTime.SWEDEN).truncatedTo(ChronoUnit.MINUTES);
        var patient = clients.find(call.careProvider(), call.client()).orElseThrow();
        var code = codes.of(List.of(id.value())).get(id.value());
        return new PlannedCallPage(
                id.toString(),
                call.name(),
                call.at(),
                call.state().name(),
                call.reason().name(),
                call.purposes().stream().map(Enum::name).sorted().toList(),
                patient.shown().name(),
                Objects.requireNonNullElse(patient.shown().identity(), ""),
                patient.protectedIdentity(),
                nameOf(call.staff()),
                call.typed().staffName(),
                call.typed().staffPhone().e164(),
                call.profession() == null ? null : call.profession().name(),
                call.channel().name(),
                call.homeUnit() == null
                        ? null
                        : organisation.unitNames(Set.of(call.homeUnit())).get(call.homeUnit()),
                call.byCareWorker(),
                call.series() == null ? 0 : Math.max(0, calls.followers(call).size() - 1),
                code == null ? null : new PlannedCallPage.Code(code.code(), code.until()),
                other == null ? local.toLocalDate().toString() : other.date(),
                other == null ? local.toLocalTime().format(DateTimeFormatter.ofPattern("HH:mm")) : other.time(),
                other == null ? Map.of() : other.errors(),
                notice,
                GuestsPart.NONE);
    }

    /** The same person in the commission at the unit of the call; as signed in when there is none, to be refused. */
    StaffMember under(StaffMember staff, PlannedCallId id) {
        return calls.find(staff.careProvider(), id).stream()
                .flatMap(call -> commissions.of(staff).stream()
                        .filter(post -> post.unit().equals(call.receivingUnit())))
                .findFirst()
                .orElse(staff);
    }

    private void record(List<StaffMember> posts, Collection<PlannedCall> shown) {
        audit.record(shown.stream()
                .map(call -> AuditedActor.of(posts.stream()
                                .filter(post -> post.unit().equals(call.receivingUnit()))
                                .findFirst()
                                .orElse(posts.getFirst()))
                        .on(AuditEvent.listed("planned-call", call.id()))
                        .about(call.client())
                        .at(clock.instant()))
                .toList());
    }

    private String nameOf(StaffId staff) {
        return organisation.staff(staff).map(Staff::name).orElse("");
    }

    private static String text(PlannedCalls.Place place) {
        return place.at() + "_" + place.id();
    }

    /** What somebody has changed in the address is the first page. */
    private static Optional<PlannedCalls.Place> place(String text) {
        int middle = text.indexOf('_');
        if (middle < 0) return Optional.empty();
        try {
            return Optional.of(new PlannedCalls.Place(
                    Instant.parse(text.substring(0, middle)), PlannedCallId.of(text.substring(middle + 1))));
        } catch (DateTimeParseException | NotAnIdentifier e) {
            return Optional.empty();
        }
    }
}
