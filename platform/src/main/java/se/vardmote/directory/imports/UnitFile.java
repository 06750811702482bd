package se.vardmote.directory.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.leaving.NothingLeft;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.Units;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PhoneNumber;

/** What a file of units would do. Parents may stand in the file itself, in any order. */
@Component
class UnitFile {
    private final Units units;
    private final Organisation organisation;
    private final NothingLeft nothingLeft;

    UnitFile(Units units, Organisation organisation, NothingLeft nothingLeft) {
        this.units = units;
        this.organisation = organisation;
        this.nothingLeft = nothingLeft;
    }

    /** @param partOf HSA-id of the unit above, or null */
    private record Wanted(
            int line,
            CareUnit unit,
            @Nullable CareUnit before,
            @Nullable HsaId partOf) {}

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        Map<HsaId, CareUnit> known = known(rows);
        List<Plan.Refused> refused = new ArrayList<>();
        Map<HsaId, Wanted> wanted = new LinkedHashMap<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(by, row.line(), reading, known);
            if (one != null && wanted.containsKey(one.unit().hsaId())) reading.refuse(Kind.Column.HSA_ID, "twice");
            if (one != null && one.before() != null)
                nothingLeft
                        .closing(by, one.before(), one.unit(), false)
                        .ifPresent(loss -> reading.refuse(RowReading.column(loss), "still-open"));
            reading.refused().ifPresent(refused::add);
            if (one != null && reading.refused().isEmpty())
                wanted.put(one.unit().hsaId(), one);
        }
        refuseUnknownParents(by, wanted, known, refused);
        refuseCircles(by, wanted, known, refused);
        return plan(
                wanted.values().stream()
                        .map(one -> new Wanted(one.line(), placed(one, wanted, known), one.before(), one.partOf()))
                        .toList(),
                refused);
    }

    private Map<HsaId, CareUnit> known(List<CsvFile.Row> rows) {
        Set<HsaId> named = rows.stream()
                .flatMap(row -> Stream.of(row.cell(Kind.Column.HSA_ID), row.cell(Kind.Column.PART_OF)))
                .flatMap(cell ->
                        HsaId.parse(cell) instanceof Parsed.Valid<HsaId>(HsaId id) ? Stream.of(id) : Stream.empty())
                .collect(Collectors.toSet());
        return organisation.unitsBy(named).stream().collect(Collectors.toMap(CareUnit::hsaId, Function.identity()));
    }

    private static @Nullable Wanted read(
            SystemAdministrator by, int line, RowReading reading, Map<HsaId, CareUnit> known) {
        HsaId hsaId = reading.hsaId(Kind.Column.HSA_ID);
        String name = reading.line(Kind.Column.NAME);
        PhoneNumber phone = reading.phone(Kind.Column.PHONE);
        HsaId partOf = reading.typed(Kind.Column.PART_OF) ? reading.hsaId(Kind.Column.PART_OF) : null;
        CareUnit before = hsaId == null ? null : known.get(hsaId);
        if (before != null && !before.careProvider().equals(by.careProvider()))
            reading.refuse(Kind.Column.HSA_ID, "another-provider");
        LocalDate from = reading.has(Kind.Column.FIRST_DAY) || before == null
                ? reading.day(Kind.Column.FIRST_DAY)
                : before.validFrom();
        LocalDate to = reading.has(Kind.Column.LAST_DAY) || before == null
                ? reading.day(Kind.Column.LAST_DAY)
                : before.validTo();
        reading.inOrder(from, to);
        if (reading.refused().isPresent() || hsaId == null || name == null || phone == null) return null;
        CareUnitId parent = before == null || reading.has(Kind.Column.PART_OF) ? null : before.parent();
        CareUnitId id = before == null ? CareUnitId.next() : before.id();
        HsaId kept = before == null ? hsaId : before.hsaId();
        return new Wanted(
                line, new CareUnit(id, by.careProvider(), name, kept, phone, parent, from, to), before, partOf);
    }

    /** A row that is left out cannot be anybody's parent either, so it is looked at again until nothing changes. */
    private static void refuseUnknownParents(
            SystemAdministrator by, Map<HsaId, Wanted> wanted, Map<HsaId, CareUnit> known, List<Plan.Refused> refused) {
        Predicate<Wanted> unknown = one -> one.partOf() != null
                && !wanted.containsKey(one.partOf())
                && (known.get(one.partOf()) == null
                        || !known.get(one.partOf()).careProvider().equals(by.careProvider()));
        while (refuse(wanted, unknown, "unknown-unit", refused)) {}
    }

    private void refuseCircles(
            SystemAdministrator by, Map<HsaId, Wanted> wanted, Map<HsaId, CareUnit> known, List<Plan.Refused> refused) {
        Map<CareUnitId, CareUnitId> before = units.parents(by.careProvider());
        boolean again = true;
        while (again) {
            Map<CareUnitId, CareUnitId> parents = new HashMap<>(before);
            wanted.values().forEach(one -> {
                CareUnitId parent = placed(one, wanted, known).parent();
                if (parent == null) parents.remove(one.unit().id());
                else parents.put(one.unit().id(), parent);
            });
            again = refuse(wanted, one -> circles(one.unit().id(), parents), "circle", refused);
            if (again) refuseUnknownParents(by, wanted, known, refused);
        }
    }

    private static boolean circles(CareUnitId unit, Map<CareUnitId, CareUnitId> parents) {
        Set<CareUnitId> seen = new HashSet<>();
        for (CareUnitId above = parents.get(unit); above != null && seen.add(above); above = parents.get(above)) {
            if (above.equals(unit)) return true;
        }
        return false;
    }

    private static boolean refuse(
            Map<HsaId, Wanted> wanted, Predicate<Wanted> which, String why, List<Plan.Refused> refused) {
        List<Wanted> out = wanted.values().stream().filter(which).toList();
        out.forEach(one -> {
            wanted.remove(one.unit().hsaId());
            refused.add(new Plan.Refused(one.line(), Kind.Column.PART_OF, why));
        });
        return !out.isEmpty();
    }

    private static CareUnit placed(Wanted one, Map<HsaId, Wanted> wanted, Map<HsaId, CareUnit> known) {
        if (one.partOf() == null) return one.unit();
        Wanted above = wanted.get(one.partOf());
        CareUnit parent = above == null ? known.get(one.partOf()) : above.unit();
        return below(one.unit(), parent == null ? null : parent.id());
    }

    private static CareUnit below(CareUnit unit, @Nullable CareUnitId parent) {
        return new CareUnit(
                unit.id(),
                unit.careProvider(),
                unit.name(),
                unit.hsaId(),
                unit.phone(),
                parent,
                unit.validFrom(),
                unit.validTo());
    }

    /** First everything without its place, then the places: on the way there no unit lies below itself either. */
    private Plan plan(List<Wanted> wanted, List<Plan.Refused> refused) {
        List<Wanted> different =
                wanted.stream().filter(one -> !one.unit().equals(one.before())).toList();
        List<Runnable> writes = new ArrayList<>();
        different.forEach(one -> writes.add(() -> {
            CareUnit loose = below(one.unit(), null);
            if (one.before() == null) units.add(loose);
            else if (!Objects.equals(one.before().parent(), one.unit().parent())) units.change(loose);
        }));
        different.forEach(one -> writes.add(() -> units.change(one.unit())));
        List<Change> changes = different.stream()
                .map(one -> new Change(one.before() == null, "unit", one.unit().id(), says(one)))
                .toList();
        return new Plan(changes, wanted.size() - different.size(), refused, writes);
    }

    private static String says(Wanted one) {
        return said(one.unit(), String.valueOf(one.partOf())) + " was "
                + (one.before() == null
                        ? ""
                        : said(one.before(), String.valueOf(one.before().parent())));
    }

    private static String said(CareUnit unit, String parent) {
        return String.join(
                "|",
                unit.hsaId().value(),
                unit.name(),
                unit.phone().e164(),
                parent,
                String.valueOf(unit.validFrom()),
                String.valueOf(unit.validTo()));
    }
}
