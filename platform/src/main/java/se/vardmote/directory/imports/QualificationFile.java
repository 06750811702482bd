package se.vardmote.directory.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.StaffId;

/** What a file of training would do: a row a person and part of the training (R2-21). */
@Component
class QualificationFile {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Qualifications qualifications;
    private final NamedByRows named;
    private final Map<String, Qualification.Kind> kinds;
    private final Clock clock;

    QualificationFile(Qualifications qualifications, NamedByRows named, Messages messages, Clock clock) {
        this.qualifications = qualifications;
        this.named = named;
        this.kinds = SwedishWords.of(messages, "org-training.", Qualification.Kind.values());
        this.clock = clock;
    }

    private record Key(StaffId staff, Qualification.Kind kind) {}

    private record Wanted(StaffId staff, Qualification one, Qualification before) {
        Key key() {
            return new Key(staff, one.kind());
        }
    }

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        NamedByRows.Known meant = named.in(by, rows);
        Map<StaffId, List<Qualification>> known = qualifications.of(by.careProvider(), meant.staff());
        var gathered = new Gathered<Wanted>();
        Set<Key> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(reading, meant, known, today);
            if (one != null && !seen.add(one.key())) reading.refuse(Kind.Column.TRAINING, "twice");
            gathered.add(reading, one);
        }
        return gathered.plan(
                wanted -> !wanted.one().equals(wanted.before()),
                QualificationFile::change,
                wanted -> () -> qualifications.keep(by.careProvider(), wanted.staff(), wanted.one()));
    }

    private @Nullable Wanted read(
            RowReading reading, NamedByRows.Known meant, Map<StaffId, List<Qualification>> known, LocalDate today) {
        StaffId person = meant.person(reading);
        Qualification.Kind kind = reading.word(Kind.Column.TRAINING, kinds, "unknown-training");
        if (person == null || kind == null) return null;
        Qualification before = known.getOrDefault(person, List.of()).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
        var one = new Qualification(
                kind,
                reading.day(Kind.Column.PLANNED_DAY, before.plannedFor()),
                reading.day(Kind.Column.COMPLETED_DAY, before.completedOn()),
                reading.day(Kind.Column.COUNTS_UNTIL, before.expiresOn()));
        refuseFaults(reading, one, today);
        return reading.refused().isPresent() ? null : new Wanted(person, one, before);
    }

    private static void refuseFaults(RowReading reading, Qualification one, LocalDate today) {
        for (Qualification.Fault fault : one.faults(today)) {
            switch (fault) {
                case COMPLETED_LATER -> reading.refuse(Kind.Column.COMPLETED_DAY, "completed-later");
                case NOT_COMPLETED -> reading.refuse(Kind.Column.COUNTS_UNTIL, "not-completed");
                case EXPIRES_BEFORE -> reading.refuse(Kind.Column.COUNTS_UNTIL, "expires-before");
            }
        }
    }

    private static Change change(Wanted one) {
        return new Change(
                one.before().equals(Qualification.none(one.before().kind())),
                "qualification",
                one.staff(),
                one.staff() + "|" + said(one.one()) + " was " + said(one.before()));
    }

    private static String said(Qualification one) {
        return String.join(
                "|",
                one.kind().name(),
                String.valueOf(one.plannedFor()),
                String.valueOf(one.completedOn()),
                String.valueOf(one.expiresOn()));
    }
}
