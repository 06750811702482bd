package se.vardmote.assessment.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.History;
import se.vardmote.assessment.History.Place;
import se.vardmote.assessment.History.Search;
import se.vardmote.assessment.PastCall;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.RightPatient;
import se.vardmote.journal.RightPatient.Move;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.NotAnIdentifier;

/** Puts a page of the history together; that it was read is on record before it is shown. */
@Component
class HistoryReader {
    private final History history;
    private final Clients clients;
    private final RightPatient rightPatient;
    private final Organisation organisation;
    private final AuditLog audit;
    private final java.time.Clock clock;

    HistoryReader(
            History history,
            Clients clients,
            RightPatient rightPatient,
            Organisation organisation,
            AuditLog audit,
            java.time.Clock clock) {
        this.history = history;
        this.clients = clients;
        this.rightPatient = rightPatient;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param before as {@link #text(Place)} wrote it; empty for the first page */
    HistoryPage read(StaffMember staff, HistoryPage.Form form, String before) {
        Map<String, String> errors = new HashMap<>();
        Search search = new Search(
                day("from", form.from(), errors),
                day("to", form.to(), errors),
                reason(form.reason()),
                id(form.client()).orElse(null));
        Optional<Client> person =
                Optional.ofNullable(search.client()).flatMap(id -> clients.find(staff.careProvider(), id));
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.read("history", null))
                .about(person.map(Client::id).orElse(null))
                .at(clock.instant()));
        History.Page page = history.read(
                staff.careProvider(), staff.unit(), search, place(before).orElse(null));
        List<Move> moves =
                person.map(client -> rightPatient.movedAt(client, staff.unit())).orElse(List.of());
        return new HistoryPage(
                staff.unitName(),
                form,
                // Whose calls these are is told to those only who have had one with them.
                person.filter(any -> !page.calls().isEmpty() || !moves.isEmpty())
                        .map(Client::shown)
                        .orElse(null),
                moves,
                rows(page.calls()),
                page.next() == null ? null : address(form, page.next()),
                errors);
    }

    /** A call of theirs has stood at the unit, and was moved to another. */
    boolean hasTrace(StaffMember staff, Client client) {
        return !rightPatient.movedAt(client, staff.unit()).isEmpty();
    }

    /** The form again, with what was wrong in it. */
    HistoryPage refused(StaffMember staff, String identity, String code) {
        return new HistoryPage(
                staff.unitName(),
                new HistoryPage.Form("", "", "", "", identity),
                null,
                List.of(),
                List.of(),
                null,
                Map.of("identity", code));
    }

    List<HistoryPage.Row> rows(List<PastCall> calls) {
        Map<CareUnitId, String> names = organisation.unitNames(
                calls.stream().map(PastCall::fromUnit).filter(Objects::nonNull).collect(Collectors.toSet()));
        return calls.stream().map(call -> row(call, names)).toList();
    }

    private static HistoryPage.Row row(PastCall call, Map<CareUnitId, String> names) {
        return new HistoryPage.Row(
                call.id().toString(),
                call.knockedAt(),
                call.fromUnit() == null ? null : names.get(call.fromUnit()),
                call.reason().name(),
                call.judgedBy(),
                call.outcome() == null ? call.state().name() : call.outcome().name(),
                call.contentGone());
    }

    private static @Nullable LocalDate day(String field, String typed, Map<String, String> errors) {
        if (typed.isBlank()) return null;
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            errors.put(field, "date");
            return null;
        }
    }

    private static @Nullable CallReason reason(String name) {
        return Stream.of(CallReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Optional<ClientId> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(ClientId.of(text));
        } catch (NotAnIdentifier e) {
            return Optional.empty();
        }
    }

    private static String text(Place place) {
        return place.at() + "_" + place.id();
    }

    /** What somebody has changed in the address is the first page. */
    private static Optional<Place> place(String text) {
        int middle = text.indexOf('_');
        if (middle < 0) return Optional.empty();
        try {
            return Optional.of(new Place(
                    java.time.Instant.parse(text.substring(0, middle)), DropInId.of(text.substring(middle + 1))));
        } catch (DateTimeParseException | NotAnIdentifier e) {
            return Optional.empty();
        }
    }

    private static String address(HistoryPage.Form form, Place next) {
        var address = UriComponentsBuilder.fromPath("/historik");
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("fran", form.from());
        asked.put("till", form.to());
        asked.put("orsak", form.reason());
        asked.put("person", form.client());
        asked.forEach((name, value) -> {
            if (!value.isBlank()) address.queryParam(name, value);
        });
        return address.queryParam("fore", text(next)).encode().toUriString();
    }
}
