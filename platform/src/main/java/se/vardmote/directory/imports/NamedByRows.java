package se.vardmote.directory.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Person;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.StaffId;

/** Whom the rows of a file are about, and at which units: anybody of the register, units of the own care provider. */
@Component
class NamedByRows {
    private final People people;
    private final Organisation organisation;

    NamedByRows(People people, Organisation organisation) {
        this.people = people;
        this.organisation = organisation;
    }

    /** Those that are known, by what a row calls them. */
    record Known(StaffId self, Map<HsaId, Person> people, Map<HsaId, CareUnit> units) {

        Collection<StaffId> staff() {
            return people.values().stream().map(Person::id).toList();
        }

        /** Nobody gives themselves rights. */
        @Nullable
        StaffId person(RowReading reading) {
            HsaId hsaId = reading.hsaId(Kind.Column.PERSON);
            if (hsaId == null) return null;
            Person person = people.get(hsaId);
            if (person == null) return reading.refuse(Kind.Column.PERSON, "unknown-person");
            return person.id().equals(self) ? reading.refuse(Kind.Column.PERSON, "yourself") : person.id();
        }

        @Nullable
        CareUnit unit(RowReading reading) {
            HsaId hsaId = reading.hsaId(Kind.Column.UNIT);
            if (hsaId == null) return null;
            CareUnit unit = units.get(hsaId);
            return unit == null ? reading.refuse(Kind.Column.UNIT, "unknown-unit") : unit;
        }
    }

    Known in(SystemAdministrator by, List<CsvFile.Row> rows) {
        return new Known(by.staff(), people(rows, Kind.Column.PERSON), units(by, rows));
    }

    Map<HsaId, Person> people(List<CsvFile.Row> rows, String column) {
        return people.withHsaIds(hsaIds(rows, column)).stream()
                .collect(Collectors.toMap(Person::hsaId, Function.identity()));
    }

    private Map<HsaId, CareUnit> units(SystemAdministrator by, List<CsvFile.Row> rows) {
        return organisation.unitsBy(hsaIds(rows, Kind.Column.UNIT)).stream()
                .filter(unit -> unit.careProvider().equals(by.careProvider()))
                .collect(Collectors.toMap(CareUnit::hsaId, Function.identity()));
    }

    private static Set<HsaId> hsaIds(List<CsvFile.Row> rows, String column) {
        return rows.stream()
                .flatMap(row -> HsaId.parse(row.cell(column)) instanceof Parsed.Valid<HsaId>(HsaId id)
                        ? Stream.of(id)
                        : Stream.empty())
                .collect(Collectors.toSet());
    }
}
