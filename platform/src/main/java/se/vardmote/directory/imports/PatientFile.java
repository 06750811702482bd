package se.vardmote.directory.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.ProtectionId;

/**
 * What a file of patients with protected personal data would do: hide them, known here or not. It takes protection away from
 * nobody. The report says of nobody whether the care provider knows the person.
 */
@Component
class PatientFile {
    /** What it writes is put on record one by one, with whose it is, as it is written. */
    static final String TYPE = "protection";

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Protections protections;
    private final Clock clock;

    PatientFile(Protections protections, Clock clock) {
        this.protections = protections;
        this.clock = clock;
    }

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        Set<PersonId> hidden = protections.among(
                by.careProvider(),
                rows.stream().flatMap(row -> identity(row, today).stream()).toList());
        List<Plan.Refused> refused = new ArrayList<>();
        Set<PersonId> seen = new LinkedHashSet<>();
        Set<PersonId> wanted = new LinkedHashSet<>();
        int unchanged = 0;
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Optional<PersonId> identity = identity(row, today);
            if (identity.isEmpty()) reading.refuse(Kind.Column.IDENTITY_NUMBER, whyNot(row, today));
            boolean yes = reading.yes(Kind.Column.PROTECTED_PATIENT);
            boolean already = identity.filter(hidden::contains).isPresent();
            if (already && !yes) reading.refuse(Kind.Column.PROTECTED_PATIENT, "stays-protected");
            if (identity.filter(one -> !seen.add(one)).isPresent())
                reading.refuse(Kind.Column.IDENTITY_NUMBER, "twice");
            reading.refused().ifPresent(refused::add);
            if (reading.refused().isPresent()) continue;
            if (already || !yes) unchanged++;
            else wanted.add(identity.orElseThrow());
        }
        return new Plan(
                wanted.stream().map(PatientFile::change).toList(),
                unchanged,
                refused,
                wanted.stream().map(identity -> write(by, identity)).toList());
    }

    private static Change change(PersonId identity) {
        return new Change(true, TYPE, ProtectionId.next(), identity.system() + "|" + identity.value());
    }

    private Runnable write(SystemAdministrator by, PersonId identity) {
        return () -> protections.set(by.careProvider(), identity, Protection.Way.IMPORT, AuditedActor.of(by));
    }

    private static Optional<PersonId> identity(CsvFile.Row row, LocalDate today) {
        return Stream.of(row.cell(Kind.Column.IDENTITY_NUMBER))
                .filter(typed -> !typed.isBlank())
                .flatMap(typed -> PersonId.parse(typed, today).asOptional().stream())
                .findFirst();
    }

    private static String whyNot(CsvFile.Row row, LocalDate today) {
        String typed = row.cell(Kind.Column.IDENTITY_NUMBER);
        if (typed.isBlank()) return "missing";
        return PersonId.parse(typed, today) instanceof Parsed.Refused<PersonId>(String reason) ? reason : "missing";
    }
}
