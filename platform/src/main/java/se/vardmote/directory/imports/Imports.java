package se.vardmote.directory.imports;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;

/**
 * Reads files into the register: a report first, then exactly what it said, all or nothing. When the register has changed
 * so that the file would do something else, nothing is done.
 */
@Component
public class Imports {
    public static final int MOST_BYTES = 5 * 1024 * 1024;
    private final SentFiles sent;
    private final FileKinds kinds;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Imports(SentFiles sent, FileKinds kinds, AuditLog audit, PlatformTransactionManager manager, Clock clock) {
        this.sent = sent;
        this.kinds = kinds;
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
        // What somebody else writes meanwhile must not be written over unseen: the database refuses it instead.
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Keeps a file of at most {@link #MOST_BYTES}, instead of the one that the same person has sent before. */
    public DraftId send(SystemAdministrator by, Kind kind, byte[] content) {
        DraftId id = DraftId.next();
        audit.record(
                AuditedActor.of(by).on(AuditEvent.wrote("send", "import", id)).at(clock.instant()));
        sent.keep(by, new SentFiles.Sent(id, kind, content));
        return id;
    }

    /** Empty when there is no such file any longer. */
    public Optional<Report> report(SystemAdministrator by, DraftId id) {
        return sent.find(by, id).map(draft -> {
            try {
                return Report.of(draft.kind(), plan(by, draft));
            } catch (CsvFile.Unreadable why) {
                return Report.unreadable(draft.kind(), why);
            }
        });
    }

    /**
     * Does what the report said.
     *
     * @param digest of the report
     * @return false when the file would now do something else, or is gone; nothing is done then
     */
    public boolean readIn(SystemAdministrator by, DraftId id, String digest) {
        try {
            Optional<Plan> done = transactions.execute(running -> write(by, id, digest));
            if (done.isEmpty()) {
                refused(by, id);
                return false;
            }
            done.get().afterwards().forEach(Runnable::run);
            return true;
        } catch (ConcurrencyFailureException | DataIntegrityViolationException changedMeanwhile) {
            refused(by, id);
            return false;
        }
    }

    private Optional<Plan> write(SystemAdministrator by, DraftId id, String digest) {
        Optional<SentFiles.Sent> draft = sent.find(by, id);
        if (draft.isEmpty()) return Optional.empty();
        Plan plan;
        try {
            plan = plan(by, draft.get());
        } catch (CsvFile.Unreadable why) {
            return Optional.empty();
        }
        if (!plan.digest().equals(digest)) return Optional.empty();
        audit.record(events(by, plan));
        plan.writes().forEach(Runnable::run);
        sent.remove(id);
        return Optional.of(plan);
    }

    private List<AuditEvent> events(SystemAdministrator by, Plan plan) {
        return plan.changes().stream()
                .filter(change -> !change.type().equals(PatientFile.TYPE))
                .map(change -> AuditedActor.of(by)
                        .on(AuditEvent.wrote(change.action(), change.type(), change.id())
                                .because("import"))
                        .at(clock.instant()))
                .toList();
    }

    private void refused(SystemAdministrator by, DraftId id) {
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote("read-in", "import", id).refused("register-changed"))
                .at(clock.instant()));
    }

    private Plan plan(SystemAdministrator by, SentFiles.Sent draft) throws CsvFile.Unreadable {
        return kinds.plan(by, draft.kind(), CsvFile.read(draft.content(), draft.kind()));
    }
}
