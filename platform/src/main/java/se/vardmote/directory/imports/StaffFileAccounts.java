package se.vardmote.directory.imports;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.register.Accounts;
import se.vardmote.organisation.register.Accounts.Account;
import se.vardmote.organisation.register.Person;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** The accounts in a file of staff, beside those that the register has: each belongs to one person. */
final class StaffFileAccounts {
    private static final int LONGEST = 200;
    private final Map<StaffId, Account> known;
    private final Map<String, StaffId> holders;
    private final Set<String> seen = new HashSet<>();

    private StaffFileAccounts(Map<StaffId, Account> known, Map<String, StaffId> holders) {
        this.known = known;
        this.holders = holders;
    }

    static StaffFileAccounts of(
            Accounts accounts, CareProviderId provider, List<CsvFile.Row> rows, Collection<Person> people) {
        return new StaffFileAccounts(
                accounts.of(provider, people.stream().map(Person::id).toList()),
                accounts.holders(
                        provider,
                        rows.stream()
                                .map(row -> row.cell(Kind.Column.ACCOUNT).strip())
                                .filter(cell -> !cell.isEmpty())
                                .distinct()
                                .toList()));
    }

    Account of(@Nullable Person person) {
        return person == null ? Account.NONE : known.getOrDefault(person.id(), Account.NONE);
    }

    /** A column that is missing changes nothing. */
    Account read(RowReading reading, @Nullable Person before) {
        Account now = of(before);
        boolean shared = reading.has(Kind.Column.SHARED) ? reading.yes(Kind.Column.SHARED) : now.shared();
        String account = reading.has(Kind.Column.ACCOUNT) ? typed(reading, before) : now.account();
        return new Account(account, shared);
    }

    private @Nullable String typed(RowReading reading, @Nullable Person before) {
        String typed = reading.cell(Kind.Column.ACCOUNT);
        if (typed.isEmpty()) return null;
        if (typed.length() > LONGEST) return reading.refuse(Kind.Column.ACCOUNT, "account");
        if (!seen.add(typed)) return reading.refuse(Kind.Column.ACCOUNT, "twice");
        StaffId holder = holders.get(typed);
        boolean anothers = holder != null && (before == null || !holder.equals(before.id()));
        return anothers ? reading.refuse(Kind.Column.ACCOUNT, "account-taken") : typed;
    }
}
