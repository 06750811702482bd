package se.vardmote.directory.imports;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.leaving.NothingLeft;
import se.vardmote.directory.leaving.NothingLeft.Loss;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.StaffId;

/** What a file of commissions would do. The same person, unit, name and first day mean the same commission. */
@Component
class CommissionFile {
    private final Engagements engagements;
    private final NamedByRows named;
    private final NothingLeft nothingLeft;

    CommissionFile(Engagements engagements, NamedByRows named, NothingLeft nothingLeft) {
        this.engagements = engagements;
        this.named = named;
        this.nothingLeft = nothingLeft;
    }

    private record Key(StaffId staff, @Nullable CareUnitId unit, String name, LocalDate from) {
        static Key of(Commission one) {
            return new Key(one.staff(), one.careUnit(), one.name().toLowerCase(Locale.ROOT), one.validFrom());
        }
    }

    private record Wanted(Commission commission, @Nullable Commission before) {}

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        NamedByRows.Known meant = named.in(by, rows);
        List<Commission> now = engagements.commissionsOf(by.careProvider(), meant.staff());
        Map<Key, Commission> known =
                now.stream().collect(Collectors.toMap(Key::of, Function.identity(), (one, same) -> one));
        var gathered = new Gathered<Wanted>();
        Set<Key> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(by, reading, meant, known);
            if (one != null && !seen.add(Key.of(one.commission()))) reading.refuse(Kind.Column.COMMISSION, "twice");
            gathered.add(reading, one);
        }
        Map<Identifier, Loss> lost = nothingLeft.ending(by, now, gathered.wanted(Wanted::commission));
        gathered.refuseStillOpen(one -> lost.get(one.commission().id()));
        return gathered.plan(
                one -> !one.commission().equals(one.before()),
                CommissionFile::change,
                one -> () -> engagements.keep(one.commission()));
    }

    private static @Nullable Wanted read(
            SystemAdministrator by, RowReading reading, NamedByRows.Known meant, Map<Key, Commission> known) {
        StaffId person = meant.person(reading);
        CareUnitId unit = unit(reading, meant);
        String name = reading.line(Kind.Column.COMMISSION);
        String purpose = reading.line(Kind.Column.PURPOSE);
        LocalDate from = reading.dayNeeded(Kind.Column.FIRST_DAY);
        if (reading.refused().isPresent() || person == null || name == null || purpose == null || from == null)
            return null;
        Commission before = known.get(new Key(person, unit, name.toLowerCase(Locale.ROOT), from));
        LocalDate to = reading.day(Kind.Column.LAST_DAY, before == null ? null : before.validTo());
        reading.inOrder(from, to);
        if (reading.refused().isPresent()) return null;
        CommissionId id = before == null ? CommissionId.next() : before.id();
        return new Wanted(new Commission(id, person, by.careProvider(), unit, name, purpose, from, to), before);
    }

    /** A commission may be for the whole care provider. */
    private static @Nullable CareUnitId unit(RowReading reading, NamedByRows.Known meant) {
        CareUnit unit = reading.typed(Kind.Column.UNIT) ? meant.unit(reading) : null;
        return unit == null ? null : unit.id();
    }

    private static Change change(Wanted one) {
        String was = one.before() == null ? "" : said(one.before());
        return new Change(
                one.before() == null, "commission", one.commission().id(), said(one.commission()) + " was " + was);
    }

    private static String said(Commission one) {
        return String.join(
                "|",
                one.staff().toString(),
                String.valueOf(one.careUnit()),
                one.name(),
                one.purpose(),
                one.validFrom().toString(),
                String.valueOf(one.validTo()));
    }
}
