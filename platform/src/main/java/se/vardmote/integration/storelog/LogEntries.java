package se.vardmote.integration.storelog;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.audit.Accessed;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.StaffId;

/** An event of ours in the words of the contract. */
final class LogEntries {
    private static final String PERSONAL_NUMBER = "1.2.752.129.2.1.3.1";
    private static final String COORDINATION_NUMBER = "1.2.752.129.2.1.3.3";
    private static final String OID = "urn:oid:";
    /** What the staff of a unit do to look after the log is not care. */
    private static final Map<String, String> PURPOSES =
            Map.of("log-review", "Kvalitetssäkring", "access-log", "Annan dokumentation enligt lag");

    /** Looking into a complaint is no care either (patientdatalagen 2:4 first paragraph 4). */
    private static final Map<String, String> PURPOSES_OF_GROUNDS = Map.of("stated.complaint", "Kvalitetssäkring");

    private static final Set<String> DOCUMENTATION = Set.of("note", "picture");

    private final Organisation organisation;
    private final Clients clients;

    LogEntries(Organisation organisation, Clients clients) {
        this.organisation = organisation;
        this.clients = clients;
    }

    /** Empty when the contract asks for something that we do not know: it would be refused. */
    Optional<LogEntry> of(Accessed event) {
        Optional<LogEntry.User> user = user(event);
        Optional<LogEntry.Named> owner = provider(event.careProvider());
        if (user.isEmpty() || owner.isEmpty()) return Optional.empty();
        return Optional.of(new LogEntry(
                logId(event),
                word(event),
                event.objectType(),
                event.at(),
                purpose(event),
                user.get(),
                DOCUMENTATION.contains(event.objectType()) ? "Vård- och omsorgsdokumentation" : "Vårdkontakt",
                patient(event),
                owner.get(),
                event.unit() == null ? null : unit(event.unit()).orElse(null)));
    }

    /** The same for the same event whenever it is sent: the receiver knows it again. */
    static String logId(Accessed event) {
        String name = "vardmote-access-log:" + event.careProvider() + ":" + event.event() + ":" + event.at();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String word(Accessed event) {
        return switch (event.activity()) {
            case WRITE -> "Skriva";
            case SIGN -> "Signera";
            case PRINT -> "Utskrift";
            case ERASE -> "Radera";
            case EMERGENCY_OPEN -> "Nödöppning";
            case READ, SIGN_IN, SIGN_OUT -> "Läsa";
        };
    }

    private static String purpose(Accessed event) {
        String stated = event.ground() == null ? null : PURPOSES_OF_GROUNDS.get(event.ground());
        return stated == null ? PURPOSES.getOrDefault(event.objectType(), Commission.CARE_AND_TREATMENT) : stated;
    }

    private Optional<LogEntry.User> user(Accessed event) {
        StaffId user = event.staff();
        if (user == null || event.commission() == null) return Optional.empty();
        Commission commission =
                organisation.commissions(Set.of(event.commission())).get(event.commission());
        if (commission == null) return Optional.empty();
        CareUnitId place = commission.careUnit() == null ? event.unit() : commission.careUnit();
        return organisation.staff(user).flatMap(staff -> provider(commission.careProvider())
                .flatMap(provider -> Optional.ofNullable(place)
                        .flatMap(this::unit)
                        .map(unit -> new LogEntry.User(
                                staff.hsaId().value(), staff.name(), commission.name(), provider, unit))));
    }

    private Optional<LogEntry.Named> provider(CareProviderId id) {
        return organisation.provider(id).map(LogEntries::named);
    }

    private Optional<LogEntry.Named> unit(CareUnitId id) {
        return organisation.unit(id).map(LogEntries::named);
    }

    private static LogEntry.Named named(CareProvider provider) {
        return new LogEntry.Named(provider.hsaId().value(), provider.name());
    }

    private static LogEntry.Named named(CareUnit unit) {
        return new LogEntry.Named(unit.hsaId().value(), unit.name());
    }

    /** Null for a number whose issuer has no OID that is known to us. */
    private LogEntry.@Nullable Patient patient(Accessed event) {
        if (event.client() == null) return null;
        return clients.find(event.careProvider(), event.client())
                .flatMap(client -> root(client.identity())
                        .map(root ->
                                new LogEntry.Patient(root, client.identity().value())))
                .orElse(null);
    }

    private static Optional<String> root(PersonId identity) {
        return switch (identity.kind()) {
            case PERSONAL_NUMBER -> Optional.of(PERSONAL_NUMBER);
            case COORDINATION_NUMBER -> Optional.of(COORDINATION_NUMBER);
            case RESERVE_NUMBER ->
                identity.system().startsWith(OID)
                        ? Optional.of(identity.system().substring(OID.length()))
                        : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }
}
