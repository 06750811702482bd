package se.vardmote.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.clients.TestProtections;
import se.vardmote.journal.Duty;
import se.vardmote.journal.NotePart;
import se.vardmote.journal.TestJournal;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.TestDatabase;
import se.vardmote.ui.Assets;
import se.vardmote.ui.BrowserSettings;
import se.vardmote.ui.Frames;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Templates;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.UnknownIdentity;

/** The pages of a note over a real database. */
final class TestNotePages {
    final TestJournal journal;
    final NoteController notes;
    final WrongPatientController wrong;
    final NoteCopies copies;
    final RecordEntryController entries;
    final NoteIdentityController identity;
    final ClientId client;
    private final Clients clients;
    private final Protections protections;
    private final Clock clock;

    TestNotePages(TestDatabase db, Clock clock) {
        TestCast.in(db);
        journal = new TestJournal(db, clock);
        this.clock = clock;
        clients = new Clients(db.app(), clock);
        protections = TestProtections.on(db, clock);
        var reader = new NoteReader(
                journal.access(db, clock),
                journal.duties,
                journal.drafts,
                journal.notes,
                journal.entries,
                journal.pictures,
                journal.rightPatient,
                clients,
                new Organisation(db.app()),
                new AuditLog(db.audit()),
                clock);
        var messages = new Messages(clock);
        var frames = new Frames(
                Assets.of("{}"), false, new BrowserSettings(140, 140, 140, 26), request -> Optional.empty(), List::of);
        notes = new NoteController(reader, journal.drafts, journal.notes, journal.pictures, journal.rightPatient);
        wrong = new WrongPatientController(reader, journal.rightPatient, clock);
        copies = new NoteCopies(reader, journal.pictures, new Templates(messages), frames, messages, clock);
        entries = new RecordEntryController(reader, journal.entries);
        identity = new NoteIdentityController(reader, clients);
        client = clients.register(
                TestCast.VELLINGE,
                UnknownIdentity.parse("Ny för oss").orElseThrow().id(),
                new PersonName("Tolvan Tolvansson"));
    }

    /** Tolvan, with a number. */
    Client known(String number) {
        PersonId id = PersonId.parse(number, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .orElseThrow();
        ClientId registered = clients.register(TestCast.VELLINGE, id, new PersonName("Tolvan Tolvansson"));
        return clients.find(TestCast.VELLINGE, registered).orElseThrow();
    }

    /** Somebody has said that they have protected personal data, after the call. */
    void protect(Client client) {
        protections.set(
                client.careProvider(), client.identity(), Protection.Way.PAGE, AuditedActor.of(TestCast.nurse()));
    }

    /** Sends the form of a note with this among its measures. */
    ModelAndView write(StaffMember staff, Duty duty, String measures, boolean sign) {
        return notes.write(
                staff,
                duty.id().toString(),
                sign,
                java.util.Map.of(
                        NotePart.MEASURES.word(),
                        measures,
                        "rightPatient",
                        duty.client().toString()));
    }

    NotePage page(StaffMember staff, Duty duty) {
        return page(notes.note(staff, duty.id().toString()));
    }

    ResponseEntity<byte[]> pdf(StaffMember staff, Duty duty) {
        return copies.pdf(staff, duty.id().toString(), request());
    }

    ResponseEntity<byte[]> text(StaffMember staff, Duty duty) {
        return copies.text(staff, duty.id().toString());
    }

    ResponseEntity<byte[]> picture(StaffMember staff, Duty duty, PictureId picture) {
        return copies.picture(staff, duty.id().toString(), picture.toString());
    }

    static NotePage page(ModelAndView answer) {
        return (NotePage) Objects.requireNonNull(answer.getModel().get("page"));
    }

    private static HttpServletRequest request() {
        return new MockHttpServletRequest();
    }
}
