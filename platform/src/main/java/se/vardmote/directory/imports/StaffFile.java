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
import se.vardmote.organisation.register.Accounts;
import se.vardmote.organisation.register.Accounts.Account;
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
    private final Accounts accounts;
    private final Map<String, Profession> professions;

    StaffFile(People people, Accounts accounts, Messages messages) {
        this.people = people;
        this.accounts = accounts;
        this.professions = Arrays.stream(Profession.values())
                .collect(Collectors.toMap(
                        profession -> messages.in(Language.SV).text("profession." + profession.name()),
                        Function.identity()));
    }

    private record Wanted(Person person, @Nullable Person before, Account account, Account accountBefore) {
        boolean changes() {
            return !person.equals(before) || !account.equals(accountBefore);
        }
    }

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        Map<HsaId, Person> known = known(people, rows, Kind.Column.HSA_ID);
        var knownAccounts = StaffFileAccounts.of(accounts, by.careProvider(), rows, known.values());
        List<Plan.Refused> refused = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        Set<HsaId> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(by, reading, known, knownAccounts);
            if (one != null && !seen.add(one.person().hsaId())) reading.refuse(Kind.Column.HSA_ID, "twice");
            reading.refused().ifPresent(refused::add);
            if (one != null && reading.refused().isEmpty()) wanted.add(one);
        }
        List<Wanted> different = wanted.stream().filter(Wanted::changes).toList();
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

    private @Nullable Wanted read(
            SystemAdministrator by, RowReading reading, Map<HsaId, Person> known, StaffFileAccounts knownAccounts) {
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
        Account accountBefore = knownAccounts.of(before);
        Account account = knownAccounts.read(reading, before);
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
        var wanted = new Wanted(person, before, account, accountBefore);
        if (person.id().equals(by.staff()) && wanted.changes()) reading.refuse(Kind.Column.HSA_ID, "yourself");
        return wanted;
    }

    private static @Nullable String number(RowReading reading, boolean licensed, @Nullable Person before) {
        if (!licensed) return null;
        if (!reading.has(Kind.Column.LICENCE_NUMBER)) return before == null ? null : before.licenceNumber();
        String typed = reading.cell(Kind.Column.LICENCE_NUMBER);
        if (typed.isEmpty()) return null;
        return typed.matches("\\d{1,10}") ? typed : reading.refuse(Kind.Column.LICENCE_NUMBER, "digits");
    }

    private Runnable write(Wanted one) {
        Person person = one.person();
        Person before = one.before();
        boolean newlyProtected = before != null && person.protectedIdentity() && !before.protectedIdentity();
        return () -> {
            if (before == null) people.add(person);
            else people.change(person);
            if (newlyProtected) people.protect(person.id());
            if (one.account().equals(one.accountBefore())) return;
            accounts.keep(person.keeper(), person.id(), one.account().account());
            accounts.share(person.id(), one.account().shared());
        };
    }

    private static String says(Wanted one) {
        return said(one.person(), one.account()) + " was "
                + (one.before() == null ? "" : said(one.before(), one.accountBefore()));
    }

    private static String said(Person person, Account account) {
        return String.join(
                "|",
                person.hsaId().value(),
                person.name(),
                person.profession().name(),
                String.valueOf(person.licensed()),
                String.valueOf(person.licenceNumber()),
                String.valueOf(person.protectedIdentity()),
                String.valueOf(account.account()),
                String.valueOf(account.shared()));
    }
}
