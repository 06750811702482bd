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
    private final UnitFile units;
    private final StaffFile staff;
    private final CommissionFile commissions;
    private final PatientFile patients;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Imports(
            SentFiles sent,
            UnitFile units,
            StaffFile staff,
            CommissionFile commissions,
            PatientFile patients,
            AuditLog audit,
            PlatformTransactionManager manager,
            Clock clock) {
        this.sent = sent;
        this.units = units;
        this.staff = staff;
        this.commissions = commissions;
        this.patients = patients;
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
            boolean done = Boolean.TRUE.equals(transactions.execute(running -> write(by, id, digest)));
            if (!done) refused(by, id);
            return done;
        } catch (ConcurrencyFailureException | DataIntegrityViolationException changedMeanwhile) {
            refused(by, id);
            return false;
        }
    }

    private boolean write(SystemAdministrator by, DraftId id, String digest) {
        Optional<SentFiles.Sent> draft = sent.find(by, id);
        if (draft.isEmpty()) return false;
        Plan plan;
        try {
            plan = plan(by, draft.get());
        } catch (CsvFile.Unreadable why) {
            return false;
        }
        if (!plan.digest().equals(digest)) return false;
        audit.record(events(by, plan));
        plan.writes().forEach(Runnable::run);
        sent.remove(id);
        return true;
    }

    private List<AuditEvent> events(SystemAdministrator by, Plan plan) {
        return plan.changes().stream()
                .filter(change -> !change.type().equals(PatientFile.TYPE))
                .map(change -> AuditedActor.of(by)
                        .on(AuditEvent.wrote(change.fresh() ? "add" : "change", change.type(), change.id())
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
        List<CsvFile.Row> rows = CsvFile.read(draft.content(), draft.kind());
        return switch (draft.kind()) {
            case UNITS -> units.plan(by, rows);
            case STAFF -> staff.plan(by, rows);
            case COMMISSIONS -> commissions.plan(by, rows);
            case PATIENTS -> patients.plan(by, rows);
        };
    }
}
