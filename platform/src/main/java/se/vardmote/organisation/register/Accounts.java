package se.vardmote.organisation.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** By which account the sign-in service of a care provider knows somebody, and which rows of staff are no one person's. */
@Component
public class Accounts {
    private final JdbcClient database;

    public Accounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * What somebody signs in with at a care provider.
     *
     * @param account as the sign-in service spells it; null for none
     * @param shared the row is a function's, or several share it: nobody signs in with it (R4-291)
     */
    public record Account(@Nullable String account, boolean shared) {
        public static final Account NONE = new Account(null, false);
    }

    public Account of(CareProviderId provider, StaffId staff) {
        return of(provider, List.of(staff)).getOrDefault(staff, Account.NONE);
    }

    /** The same for many; whoever is not in the register is missing. */
    public Map<StaffId, Account> of(CareProviderId provider, Collection<StaffId> staff) {
        Map<StaffId, Account> found = new HashMap<>();
        database.sql("""
                        select s.id, s.function_account, a.account from organisation.staff s
                        left join organisation.account a on a.staff_id = s.id and a.care_provider_id = :provider
                        where s.id = any(:staff)""")
                .param("provider", provider.value())
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> found.put(
                        new StaffId(Reading.id(row, "id")),
                        new Account(row.getString("account"), row.getBoolean("function_account"))))
                .list();
        return found;
    }

    /** Whose these accounts are at the care provider. */
    public Map<String, StaffId> holders(CareProviderId provider, Collection<String> accounts) {
        Map<String, StaffId> found = new HashMap<>();
        database.sql("""
                        select account, staff_id from organisation.account
                        where care_provider_id = :provider and account = any(:accounts)""")
                .param("provider", provider.value())
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, n) -> found.put(row.getString("account"), new StaffId(Reading.id(row, "staff_id"))))
                .list();
        return found;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when it is somebody else's there */
    public void keep(CareProviderId provider, StaffId staff, @Nullable String account) {
        database.sql("""
                        insert into organisation.account (care_provider_id, staff_id, account)
                        values (:provider, :staff, :account)
                        on conflict (care_provider_id, staff_id) do update set account = excluded.account""")
                .param("provider", provider.value())
                .param("staff", staff.value())
                .param("account", account)
                .update();
    }

    public void share(StaffId staff, boolean shared) {
        database.sql("update organisation.staff set function_account = :shared where id = :staff")
                .param("staff", staff.value())
                .param("shared", shared)
                .update();
    }
}
