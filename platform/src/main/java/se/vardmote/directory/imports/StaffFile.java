package se.vardmote.directory.imports;

import java.util.ArrayList;
import java.util.Arrays;
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
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Person;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** What a file of staff would do. It may protect an identity, and never takes protection away. */
@Component
class StaffFile {
    private final People people;
    private final Map<String, Profession> professions;

    StaffFile(People people, Messages messages) {
        this.people = people;
        this.professions = Arrays.stream(Profession.values())
                .collect(Collectors.toMap(
                        profession -> messages.in(Language.SV).text("profession." + profession.name()),
                        Function.identity()));
    }

    private record Wanted(Person person, @Nullable Person before) {}

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        Map<HsaId, Person> known = known(people, rows, Kind.Column.HSA_ID);
        List<Plan.Refused> refused = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        Set<HsaId> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(by, reading, known);
            if (one != null && !seen.add(one.person().hsaId())) reading.refuse(Kind.Column.HSA_ID, "twice");
            reading.refused().ifPresent(refused::add);
            if (one != null && reading.refused().isEmpty()) wanted.add(one);
        }
        List<Wanted> different = wanted.stream()
                .filter(one -> !one.person().equals(one.before()))
                .toList();
        return new Plan(
                different.stream()
                        .map(one -> new Change(
                                one.before() == null, "staff", one.person().id(), says(one)))
                        .toList(),
                wanted.size() - different.size(),
                refused,
                different.stream().map(this::write).toList());
    }

    static Map<HsaId, Person> known(People people, List<CsvFile.Row> rows, String column) {
        Set<HsaId> named = rows.stream()
                .flatMap(row -> HsaId.parse(row.cell(column)) instanceof Parsed.Valid<HsaId>(HsaId id)
                        ? Stream.of(id)
                        : Stream.empty())
                .collect(Collectors.toSet());
        return people.withHsaIds(named).stream().collect(Collectors.toMap(Person::hsaId, Function.identity()));
    }

    private @Nullable Wanted read(SystemAdministrator by, RowReading reading, Map<HsaId, Person> known) {
        HsaId hsaId = reading.hsaId(Kind.Column.HSA_ID);
        String name = reading.line(Kind.Column.NAME);
        Profession profession =
                professions.get(reading.cell(Kind.Column.PROFESSION).toLowerCase(Locale.ROOT));
        if (profession == null) reading.refuse(Kind.Column.PROFESSION, "unknown-profession");
        boolean licensed = reading.yes(Kind.Column.LICENSED);
        if (licensed && profession != null && !profession.licensable())
            reading.refuse(Kind.Column.LICENSED, "no-such-licence");
        Person before = hsaId == null ? null : known.get(hsaId);
        String number = number(reading, licensed, before);
        boolean hidden = reading.yes(Kind.Column.PROTECTED_IDENTITY) || before != null && before.protectedIdentity();
        if (before != null && !before.keeper().equals(by.careProvider()))
            reading.refuse(Kind.Column.HSA_ID, "another-provider");
        if (reading.refused().isPresent() || hsaId == null || name == null || profession == null) return null;
        var person = new Person(
                before == null ? StaffId.next() : before.id(),
                by.careProvider(),
                before == null ? hsaId : before.hsaId(),
                name,
                profession,
                licensed,
                number,
                hidden,
                before == null ? null : before.unprotectAskedBy());
        if (person.id().equals(by.staff()) && !person.equals(before)) reading.refuse(Kind.Column.HSA_ID, "yourself");
        return new Wanted(person, before);
    }

    private static @Nullable String number(RowReading reading, boolean licensed, @Nullable Person before) {
        if (!licensed) return null;
        if (!reading.has(Kind.Column.LICENCE_NUMBER)) return before == null ? null : before.licenceNumber();
        String typed = reading.cell(Kind.Column.LICENCE_NUMBER);
        if (typed.isEmpty()) return null;
        return typed.matches("\\d{1,10}") ? typed : reading.refuse(Kind.Column.LICENCE_NUMBER, "digits");
    }

    private Runnable write(Wanted one) {
        Person before = one.before();
        if (before == null) return () -> people.add(one.person());
        boolean newlyProtected = one.person().protectedIdentity() && !before.protectedIdentity();
        return () -> {
            people.change(one.person());
            if (newlyProtected) people.protect(one.person().id());
        };
    }

    private static String says(Wanted one) {
        return said(one.person()) + " was " + (one.before() == null ? "" : said(one.before()));
    }

    private static String said(Person person) {
        return String.join(
                "|",
                person.hsaId().value(),
                person.name(),
                person.profession().name(),
                String.valueOf(person.licensed()),
                String.valueOf(person.licenceNumber()),
                String.valueOf(person.protectedIdentity()));
    }
}
