package se.vardmote.directory;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.register.Accounts;
import se.vardmote.organisation.register.Accounts.Account;
import se.vardmote.organisation.register.Person;

/**
 * What somebody signs in with: the account that the own care provider's sign-in service knows them by, and, of the rows that it
 * keeps, whether several share it. On record before it is written, and never about oneself.
 */
@Component
public class AccountKeeping {
    private final Accounts accounts;
    private final Directory directory;
    private final LostAccounts lostAccounts;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public AccountKeeping(
            Accounts accounts,
            Directory directory,
            LostAccounts lostAccounts,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.lostAccounts = lostAccounts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Account of(SystemAdministrator by, Person person) {
        return accounts.of(by.careProvider(), person.id());
    }

    /**
     * Whoever loses their account, or turns out to be several, is signed out at once.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the account is somebody else's
     */
    public void keep(SystemAdministrator by, Person person, Account account) {
        if (by.staff().equals(person.id())) throw new DirectoryProblem.NotYourself().asException();
        Account before = of(by, person);
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote("keep", "account", person.id()))
                .at(clock.instant()));
        boolean kept = directory.keeps(by, person);
        Account now = new Account(account.account(), kept ? account.shared() : before.shared());
        transactions.executeWithoutResult(running -> {
            accounts.keep(by.careProvider(), person.id(), now.account());
            if (kept) accounts.share(person.id(), now.shared());
        });
        lostAccounts.signOut(by.careProvider(), person.id(), before, now);
    }
}
