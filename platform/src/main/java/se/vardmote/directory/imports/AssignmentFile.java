package se.vardmote.directory.imports;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.leaving.NothingLeft;
import se.vardmote.directory.leaving.NothingLeft.Loss;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.StaffId;

/** What a file of assignments in social services would do. The same person, unit, kind and first day mean the same assignment. */
@Component
class AssignmentFile {
    private final Engagements engagements;
    private final NamedByRows named;
    private final NothingLeft nothingLeft;
    private final Map<String, Assignment.Kind> kinds;

    AssignmentFile(Engagements engagements, NamedByRows named, NothingLeft nothingLeft, Messages messages) {
        this.engagements = engagements;
        this.named = named;
        this.nothingLeft = nothingLeft;
        this.kinds = SwedishWords.of(messages, "org.assignment.", Assignment.Kind.values());
    }

    private record Key(StaffId staff, CareUnitId unit, Assignment.Kind kind, LocalDate from) {
        static Key of(Assignment one) {
            return new Key(one.staff(), one.careUnit(), one.kind(), one.validFrom());
        }
    }

    private record Wanted(Assignment assignment, @Nullable Assignment before) {}

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        NamedByRows.Known meant = named.in(by, rows);
        List<Assignment> now = engagements.assignmentsOf(by.careProvider(), meant.staff());
        Map<Key, Assignment> known =
                now.stream().collect(Collectors.toMap(Key::of, Function.identity(), (one, same) -> one));
        var gathered = new Gathered<Wanted>();
        Set<Key> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(by, reading, meant, known);
            if (one != null && !seen.add(Key.of(one.assignment()))) reading.refuse(Kind.Column.ASSIGNMENT, "twice");
            gathered.add(reading, one);
        }
        Map<Identifier, Loss> lost = nothingLeft.ending(
                by,
                engagements.commissionsOf(by.careProvider(), meant.staff()),
                now,
                gathered.wanted(Wanted::assignment));
        gathered.refuseStillOpen(one -> lost.get(one.assignment().id()));
        return gathered.plan(
                one -> !one.assignment().equals(one.before()),
                AssignmentFile::change,
                one -> () -> engagements.keep(one.assignment()));
    }

    private @Nullable Wanted read(
            SystemAdministrator by, RowReading reading, NamedByRows.Known meant, Map<Key, Assignment> known) {
        StaffId person = meant.person(reading);
        CareUnit unit = meant.unit(reading);
        Assignment.Kind kind = reading.word(Kind.Column.ASSIGNMENT, kinds, "unknown-assignment");
        LocalDate from = reading.dayNeeded(Kind.Column.FIRST_DAY);
        if (person == null || unit == null || kind == null || from == null) return null;
        Assignment before = known.get(new Key(person, unit.id(), kind, from));
        LocalDate to = reading.day(Kind.Column.LAST_DAY, before == null ? null : before.validTo());
        reading.inOrder(from, to);
        if (reading.refused().isPresent()) return null;
        AssignmentId id = before == null ? AssignmentId.next() : before.id();
        return new Wanted(new Assignment(id, person, by.careProvider(), unit.id(), kind, from, to), before);
    }

    private static Change change(Wanted one) {
        String was = one.before() == null ? "" : said(one.before());
        return new Change(
                one.before() == null, "assignment", one.assignment().id(), said(one.assignment()) + " was " + was);
    }

    private static String said(Assignment one) {
        return String.join(
                "|",
                one.staff().toString(),
                one.careUnit().toString(),
                one.kind().name(),
                one.validFrom().toString(),
                String.valueOf(one.validTo()));
    }
}
