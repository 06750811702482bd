package se.vardmote.journal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Commissions;
import se.vardmote.access.TestCareAccess;
import se.vardmote.access.TestSessions;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.StaffNames;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.platform.TestTransactions;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.retention.TestRetention;

/** The module put together by hand over a real database, with its transactions. */
public final class TestJournal {
    public final RetentionUnits retention;
    public final Duties duties;
    public final NoteDrafts drafts;
    public final Notes notes;
    public final Pictures pictures;
    public final RecordEntries entries;
    public final RightPatient rightPatient;
    public final List<Object> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();

    public TestJournal(TestDatabase db, Clock clock) {
        this(db, TestRetention.on(db, clock), clock);
    }

    public TestJournal(TestDatabase db, RetentionUnits retention, Clock clock) {
        this.retention = retention;
        duties = new Duties(db.app(), retention, new StaffNames(db.app()), clock);
        drafts = new NoteDrafts(db.app(), retention, clock);
        notes = TestTransactions.around(db, new Notes(db.app(), retention, duties, clock));
        pictures = new Pictures(db.app(), retention, new AuditLog(db.audit()), clock);
        entries = TestTransactions.around(db, new RecordEntries(db.app(), duties, clock));
        rightPatient = TestTransactions.around(
                db,
                new RightPatient(
                        db.app(),
                        retention,
                        duties,
                        entries,
                        new Clients(db.app(), clock),
                        new AuditLog(db.audit()),
                        this::tell,
                        clock));
    }

    private void tell(Object event) {
        events.add(event);
        listeners.forEach(listener -> listener.accept(event));
    }

    /** Hears what is told inside the transactions, as other modules do. */
    public void onEvent(Consumer<Object> listener) {
        listeners.add(listener);
    }

    /** Whose notes they are, as in the product. */
    public CareAccess access(TestDatabase db, Clock clock) {
        var sessions = TestSessions.on(db, TestNews.silent(), clock);
        var commissions = new Commissions(new Organisation(db.app()), sessions);
        return TestCareAccess.on(db, clock, new DutyRelations(duties, commissions));
    }

    /** A note that says this among its measures, and something in each other part. */
    public static NoteText saying(String measures) {
        Function<NotePart, String> text = part -> part == NotePart.MEASURES ? measures : "Text om " + part.word();
        return NoteText.of(text);
    }
}
