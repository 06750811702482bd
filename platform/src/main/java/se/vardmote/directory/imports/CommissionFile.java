package se.vardmote.directory.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.leaving.NothingLeft;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Person;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.StaffId;

/** What a file of commissions would do. The same person, unit, name and first day mean the same commission. */
@Component
class CommissionFile {
    private final Engagements engagements;
    private final People people;
    private final Organisation organisation;
    private final NothingLeft nothingLeft;

    CommissionFile(Engagements engagements, People people, Organisation organisation, NothingLeft nothingLeft) {
        this.engagements = engagements;
        this.people = people;
        this.organisation = organisation;
        this.nothingLeft = nothingLeft;
    }

    private record Key(StaffId staff, @Nullable CareUnitId unit, String name, LocalDate from) {
        static Key of(Commission one) {
            return new Key(one.staff(), one.careUnit(), one.name().toLowerCase(Locale.ROOT), one.validFrom());
        }
    }

    private record Wanted(Commission commission, @Nullable Commission before) {}

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        Map<HsaId, Person> staff = StaffFile.known(people, rows, Kind.Column.PERSON);
        Map<HsaId, CareUnit> units = units(by, rows);
        Map<Key, Commission> known =
                engagements
                        .commissionsOf(
                                by.careProvider(),
                                staff.values().stream().map(Person::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Key::of, Function.identity(), (one, same) -> one));
        List<Plan.Refused> refused = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(by, reading, staff, units, known);
            if (one != null && !seen.add(Key.of(one.commission()))) reading.refuse(Kind.Column.COMMISSION, "twice");
            if (one != null && !nothingLeft.mayEnd(by, one.before(), one.commission()))
                reading.refuse(Kind.Column.LAST_DAY, "still-open");
            reading.refused().ifPresent(refused::add);
            if (one != null && reading.refused().isEmpty()) wanted.add(one);
        }
        List<Wanted> different = wanted.stream()
                .filter(one -> !one.commission().equals(one.before()))
                .toList();
        return new Plan(
                different.stream().map(CommissionFile::change).toList(),
                wanted.size() - different.size(),
                refused,
                different.stream()
                        .<Runnable>map(one -> () -> engagements.keep(one.commission()))
                        .toList());
    }

    private Map<HsaId, CareUnit> units(SystemAdministrator by, List<CsvFile.Row> rows) {
        Set<HsaId> named = rows.stream()
                .flatMap(row -> HsaId.parse(row.cell(Kind.Column.UNIT)) instanceof Parsed.Valid<HsaId>(HsaId id)
                        ? Stream.of(id)
                        : Stream.empty())
                .collect(Collectors.toSet());
        return organisation.unitsBy(named).stream()
                .filter(unit -> unit.careProvider().equals(by.careProvider()))
                .collect(Collectors.toMap(CareUnit::hsaId, Function.identity()));
    }

    private static @Nullable Wanted read(
            SystemAdministrator by,
            RowReading reading,
            Map<HsaId, Person> staff,
            Map<HsaId, CareUnit> units,
            Map<Key, Commission> known) {
        Person person = person(by, reading, staff);
        CareUnitId unit = unit(reading, units);
        String name = reading.line(Kind.Column.COMMISSION);
        String purpose = reading.line(Kind.Column.PURPOSE);
        LocalDate from = reading.dayNeeded(Kind.Column.FIRST_DAY);
        if (reading.refused().isPresent() || person == null || name == null || purpose == null || from == null)
            return null;
        Commission before = known.get(new Key(person.id(), unit, name.toLowerCase(Locale.ROOT), from));
        LocalDate to = reading.has(Kind.Column.LAST_DAY) || before == null
                ? reading.day(Kind.Column.LAST_DAY)
                : before.validTo();
        reading.inOrder(from, to);
        if (reading.refused().isPresent()) return null;
        CommissionId id = before == null ? CommissionId.next() : before.id();
        return new Wanted(new Commission(id, person.id(), by.careProvider(), unit, name, purpose, from, to), before);
    }

    private static @Nullable Person person(SystemAdministrator by, RowReading reading, Map<HsaId, Person> staff) {
        HsaId hsaId = reading.hsaId(Kind.Column.PERSON);
        if (hsaId == null) return null;
        Person person = staff.get(hsaId);
        if (person == null) return reading.refuse(Kind.Column.PERSON, "unknown-person");
        return person.id().equals(by.staff()) ? reading.refuse(Kind.Column.PERSON, "yourself") : person;
    }

    private static @Nullable CareUnitId unit(RowReading reading, Map<HsaId, CareUnit> units) {
        HsaId hsaId = reading.typed(Kind.Column.UNIT) ? reading.hsaId(Kind.Column.UNIT) : null;
        if (hsaId == null) return null;
        CareUnit unit = units.get(hsaId);
        return unit == null ? reading.refuse(Kind.Column.UNIT, "unknown-unit") : unit.id();
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
