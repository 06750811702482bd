package se.vardmote.directory.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.LostAccounts;
import se.vardmote.directory.leaving.NothingLeft;
import se.vardmote.organisation.register.Accounts;
import se.vardmote.organisation.register.Accounts.Account;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Person;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** What a file of staff would do. It may protect an identity, and never takes protection away. */
@Component
class StaffFile {
    private final People people;
    private final NamedByRows named;
    private final Accounts accounts;
    private final LostAccounts lostAccounts;
    private final NothingLeft nothingLeft;
    private final Map<String, Profession> professions;

    StaffFile(
            People people,
            NamedByRows named,
            Accounts accounts,
            LostAccounts lostAccounts,
            NothingLeft nothingLeft,
            Messages messages) {
        this.people = people;
        this.named = named;
        this.accounts = accounts;
        this.lostAccounts = lostAccounts;
        this.nothingLeft = nothingLeft;
        this.professions = SwedishWords.of(messages, "profession.", Profession.values());
    }

    private record Wanted(Person person, @Nullable Person before, Account account, Account accountBefore) {
        boolean changes() {
            return !person.equals(before) || !account.equals(accountBefore);
        }
    }

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        Map<HsaId, Person> known = named.people(rows, Kind.Column.HSA_ID);
        var knownAccounts = StaffFileAccounts.of(accounts, by.careProvider(), rows, known.values());
        var gathered = new Gathered<Wanted>();
        Set<HsaId> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            Wanted one = read(by, reading, known, knownAccounts);
            if (one != null && !seen.add(one.person().hsaId())) reading.refuse(Kind.Column.HSA_ID, "twice");
            if (one != null && one.before() != null && !nothingLeft.mayBecome(by, one.before(), one.person()))
                reading.refuse(Kind.Column.LICENSED, "still-open");
            gathered.add(reading, one);
        }
        return gathered.plan(
                Wanted::changes,
                one -> new Change(one.before() == null, "staff", one.person().id(), says(one)),
                this::write,
                this::signOut);
    }

    private @Nullable Wanted read(
            SystemAdministrator by, RowReading reading, Map<HsaId, Person> known, StaffFileAccounts knownAccounts) {
        HsaId hsaId = reading.hsaId(Kind.Column.HSA_ID);
        String name = reading.line(Kind.Column.NAME);
        Profession profession = reading.word(Kind.Column.PROFESSION, professions, "unknown-profession");
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

    private Runnable signOut(Wanted one) {
        Person person = one.person();
        return () -> lostAccounts.signOut(person.keeper(), person.id(), one.accountBefore(), one.account());
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
