package se.vardmote.directory.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.support.JdbcTransactionManager;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.TestSessions;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.access.enrolment.Enrolment;
import se.vardmote.access.enrolment.Pairings;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.TestProtections;
import se.vardmote.directory.LostAccounts;
import se.vardmote.directory.leaving.Leaving;
import se.vardmote.directory.leaving.NothingLeft;
import se.vardmote.directory.leaving.OpenOnPaper;
import se.vardmote.organisation.DeviceLists;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Stock;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.organisation.register.Accounts;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Units;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.ui.Messages;

/** Files that an administrator of Vellinge sends, put together by hand over a real database. */
final class TestImports {
    final SystemAdministrator adam = TestCast.administrator();
    final OpenOnPaper open = new OpenOnPaper();
    final List<Object> told = new ArrayList<>();
    final SentFiles sent;
    final Enrolment enrolment;
    final Imports imports;
    DraftId latest = DraftId.next();
    private final TestDatabase database;

    TestImports(TestDatabase database, TestClock clock) {
        this.database = database;
        database.owner()
                .sql("""
                        insert into organisation.staff (id, care_provider_id, hsa_id, name, profession)
                        values (:id, :provider, 'SE2120001132-1003', 'Adam Admin', 'ADMINISTRATOR')""")
                .param("id", adam.staff().value())
                .param("provider", TestCast.VELLINGE.value())
                .update();
        var app = database.app();
        var audit = new AuditLog(database.audit());
        var organisation = new Organisation(app);
        var people = new People(app);
        var named = new NamedByRows(people, organisation);
        var engagements = new Engagements(app);
        var words = new Messages(clock);
        var nothingLeft = new NothingLeft(
                new Leaving(open.provider(), organisation, audit, database.transactions(), clock), clock);
        sent = new SentFiles(app, clock);
        enrolment = enrolment(clock, audit);
        imports = new Imports(
                sent,
                new FileKinds(
                        new UnitFile(new Units(app), organisation, nothingLeft),
                        new StaffFile(
                                people,
                                named,
                                new Accounts(app),
                                new LostAccounts(TestSessions.signIns(database, clock)),
                                nothingLeft,
                                words),
                        new CommissionFile(engagements, named, nothingLeft),
                        new AssignmentFile(engagements, named, nothingLeft, words),
                        new QualificationFile(new Qualifications(app), named, words, clock),
                        new DeviceFile(new DeviceLists(app), enrolment, named, organisation, words, clock),
                        new PatientFile(TestProtections.on(database, clock), clock)),
                audit,
                new JdbcTransactionManager(database.appDataSource()),
                clock);
    }

    private Enrolment enrolment(TestClock clock, AuditLog audit) {
        try {
            var secrets = new SecretFiles(Files.createTempDirectory(Path.of("target"), "secrets-"));
            var codes = new ShortCodes(secrets);
            var app = database.app();
            return new Enrolment(
                    new Devices(app, clock),
                    new Stock(app),
                    new Pairings(app, codes, new CodeTries(app, codes, clock), clock),
                    database.transactions(),
                    TestNews.silent(),
                    told::add,
                    audit,
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Report send(Kind kind, String content) {
        latest = imports.send(adam, kind, content.getBytes(UTF_8));
        return report();
    }

    /** What the file that was sent last would do now. */
    Report report() {
        return imports.report(adam, latest).orElseThrow();
    }

    boolean readIn(Report report) {
        return imports.readIn(adam, latest, report.digest());
    }

    static List<String> refused(Report report) {
        return report.refused().stream()
                .map(one -> one.line() + " " + one.column() + " " + one.why())
                .toList();
    }

    /** How many rows are new, changed and as they are already. */
    static List<Integer> counts(Report report) {
        return List.of(report.added(), report.changed(), report.unchanged());
    }

    /** What is on record about a kind of row, in order. */
    List<String> recorded(String type) {
        return database.owner()
                .sql("select action || ' ' || outcome from audit.event where object_type = ? order by id")
                .param(type)
                .query(String.class)
                .list();
    }
}
