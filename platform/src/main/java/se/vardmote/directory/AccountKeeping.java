package se.vardmote.directory;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SignIns;
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
    private final SignIns signIns;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public AccountKeeping(
            Accounts accounts,
            Directory directory,
            SignIns signIns,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.signIns = signIns;
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
        boolean sharing = directory.keeps(by, person) && account.shared();
        transactions.executeWithoutResult(running -> {
            accounts.keep(by.careProvider(), person.id(), account.account());
            if (directory.keeps(by, person)) accounts.share(person.id(), account.shared());
        });
        if (sharing) signIns.endRevoked(person.id());
        else if (before.account() != null && !before.account().equals(account.account()))
            signIns.endAt(by.careProvider(), person.id());
    }
}
