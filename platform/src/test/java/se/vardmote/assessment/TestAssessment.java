package se.vardmote.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Commissions;
import se.vardmote.access.Sessions;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCareAccess;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.TestSessions;
import se.vardmote.access.Token;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Clients;
import se.vardmote.clients.IdentityProtected;
import se.vardmote.clients.Protections;
import se.vardmote.clients.TestProtections;
import se.vardmote.journal.Duties;
import se.vardmote.journal.IdentityCorrected;
import se.vardmote.journal.NoteDrafts;
import se.vardmote.journal.NoteTemplates;
import se.vardmote.journal.TestJournal;
import se.vardmote.journal.WhatUnitsWrite;
import se.vardmote.media.RoomsOnPaper;
import se.vardmote.meetings.CameIn;
import se.vardmote.meetings.ChairChanged;
import se.vardmote.meetings.Departures;
import se.vardmote.meetings.EmergencyChanged;
import se.vardmote.meetings.MeetingEnded;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestTransactions;
import se.vardmote.retention.Forgettable;
import se.vardmote.retention.Purge;
import se.vardmote.retention.PurgeRuns;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.StaffId;
import se.vardmote.vocabulary.UnknownIdentity;

/** The module put together by hand over a real database, with its transactions and its neighbours. */
public final class TestAssessment {
    public final TestClock clock = TestClock.atNoon();
    public final TestCast cast;
    public final TestMeetings house;
    public final RoomsOnPaper rooms = new RoomsOnPaper();
    public final Organisation organisation;
    public final UnitSettings settings;
    public final WhatUnitsWrite decisions;
    public final Clients clients;
    public final Protections protections;
    private final List<Consumer<IdentityProtected>> hiding = new CopyOnWriteArrayList<>();
    public final TestJournal journal;
    public final Duties duties;
    public final NoteDrafts drafts;
    public final DropIns dropIns;
    public final DropInRoom room;
    public final Sessions sessions;
    public final Commissions commissions;
    public final Roster roster;
    public final Escalations escalations;
    public final SuitabilityJudgement judgement;
    public final WordsToTheWaiting words;
    public final Answering answering;
    final Queue queue;

    public TestAssessment(TestDatabase db) {
        cast = TestCast.in(db);
        house = new TestMeetings(db, clock);
        organisation = new Organisation(db.app());
        settings = new UnitSettings(new Settings(db.app()));
        decisions = new WhatUnitsWrite(new Settings(db.app()), new Messages(clock));
        var templates = new NoteTemplates(new Settings(db.app()), decisions);
        clients = new Clients(db.app(), clock);
        protections = TestProtections.on(
                db, clock, event -> hiding.forEach(listener -> listener.accept((IdentityProtected) event)));
        journal = new TestJournal(db, house.retention, clock);
        duties = journal.duties;
        drafts = journal.drafts;
        var audit = new AuditLog(db.audit());
        dropIns = new DropIns(db.app(), house.retention);
        sessions = TestSessions.on(db, house.news, clock);
        commissions = new Commissions(organisation, sessions);
        roster = new Roster(db.app(), sessions, commissions, house.news, clock);
        escalations = new Escalations(db.app(), house.conversations, house.news, event -> {}, db.transactions(), clock);
        answering = new Answering(new History(db.app()), escalations, commissions);
        room = new DropInRoom(
                dropIns,
                settings,
                roster,
                escalations,
                clients,
                protections,
                house.retention,
                house.conversations,
                house.participants,
                house.guests,
                rooms,
                audit,
                house.news,
                db.transactions(),
                event -> {},
                clock);
        words = TestTransactions.around(
                db, new WordsToTheWaiting(dropIns, answering, house.participants, house.texts, audit, clock));
        queue = new Queue(dropIns, escalations, organisation);
        var aftermath = new Aftermath(
                dropIns,
                new History(db.app()),
                house.meetings,
                house.conversations,
                house.participants,
                duties,
                new PrefilledNote(templates, new Messages(clock)),
                new CallOccurrences(house.emergencies, house.instructions, house.participants),
                clients,
                protections,
                house.retention,
                house.news);
        var shared = new SharedCalls(
                dropIns,
                house.meetings,
                duties,
                clients,
                protections,
                aftermath,
                new PrefilledNote(templates, new Messages(clock)));
        judgement = TestTransactions.around(
                db, new SuitabilityJudgement(dropIns, answering, house.lobby, audit, house.news, house::tell, clock));
        hiding.add(
                new HiddenFromNow(
                        dropIns,
                        new History(db.app()),
                        house.participants,
                        house.conversations,
                        house.retention,
                        house.news)::on);
        journal.onEvent(event -> {
            if (event instanceof IdentityCorrected corrected) aftermath.on(corrected);
        });
        house.onEvent(event -> {
            if (event instanceof Judged judged) aftermath.on(judged);
            if (event instanceof MeetingEnded ended) aftermath.on(ended);
            if (event instanceof MeetingEnded ended) shared.on(ended);
            if (event instanceof CameIn came) shared.on(came);
            if (event instanceof ChairChanged changed) shared.on(changed);
            if (event instanceof EmergencyChanged changed) aftermath.on(changed);
            if (event instanceof Departures.StoppedWaiting stopped) aftermath.on(stopped);
        });
    }

    /** Whose calls they are, as in the product. */
    public CareAccess access(TestDatabase db) {
        return TestCareAccess.on(
                db, clock, new DropInRelations(new History(db.app()), answering), new ClientRelations(db.app(), clock));
    }

    /** Hears that somebody is protected from now on, as other modules do. */
    public void onProtected(Consumer<IdentityProtected> listener) {
        hiding.add(listener);
    }

    /** What the knock says, for the call. */
    KnockedFrom knockedFrom() {
        return new KnockedFrom(dropIns, duties, clients, protections, organisation);
    }

    /** What is removed of the forgotten. */
    public Stream<Forgettable> forgetting(TestDatabase db) {
        return Stream.of(TestMeetings.forgetting(db), new ForgottenDropIns(db.app()));
    }

    /** Forgets what is due, as the job does. */
    public Purge purge(TestDatabase db) {
        return new Purge(
                db.app(),
                house.retention,
                () -> forgetting(db),
                new PurgeRuns(db.app(), clock),
                db.transactions(),
                clock);
    }

    public Knock.Door door() {
        return doorTo(TestCast.NURSES);
    }

    public Knock.Door doorTo(CareUnitId receiving) {
        CareUnit unit = organisation.unit(receiving).orElseThrow();
        return new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, unit);
    }

    /** Karin knocks with a patient whom nobody has identified. */
    public static Knock knock(String patient) {
        return knock(
                UUID.randomUUID(),
                patient,
                UnknownIdentity.parse("Ny för oss").orElseThrow().id(),
                "Ny för oss");
    }

    /** The same for another reason, agreed with somebody of the register. */
    public static Knock knock(String patient, CallReason reason, @Nullable StaffId agreedWith) {
        Knock knock = knock(patient);
        return new Knock(
                knock.key(),
                knock.staffName(),
                knock.staffPhone(),
                knock.profession(),
                knock.patientName(),
                knock.patient(),
                knock.identityNote(),
                reason,
                new Knock.Agreement(agreedWith, "Sara Sjuk"),
                null,
                knock.protectedIdentity());
    }

    /** The same, agreed on ahead. */
    public static Knock knockAgreedFor(Instant at) {
        Knock knock = knock("Tolvan Tolvansson");
        return new Knock(
                knock.key(),
                knock.staffName(),
                knock.staffPhone(),
                knock.profession(),
                knock.patientName(),
                knock.patient(),
                knock.identityNote(),
                knock.reason(),
                knock.agreement(),
                at,
                knock.protectedIdentity());
    }

    public static Knock knock(UUID key, String patient, PersonId identity, @Nullable String note) {
        return new Knock(
                key,
                new PersonName("Karin Larsson"),
                PhoneNumber.parse("070-174 06 05").orElseThrow(),
                null,
                new PersonName(patient),
                identity,
                note,
                CallReason.FALL,
                new Knock.Agreement(null, "Sara Sjuk"),
                null,
                false);
    }

    /** The same, for a patient with protected personal data. */
    public static Knock hidden(Knock knock) {
        return new Knock(
                knock.key(),
                knock.staffName(),
                knock.staffPhone(),
                knock.profession(),
                knock.patientName(),
                knock.patient(),
                knock.identityNote(),
                knock.reason(),
                knock.agreement(),
                knock.agreedFor(),
                true);
    }

    /** Knocks, and gives what is then in the queue. */
    public DropIn waits(String patient) {
        return waits(knock(patient));
    }

    public DropIn waits(Knock knock) {
        Token seat = room.knock(knock, door()).orElseThrow();
        return dropIns.of(
                        house.conversations.holderOf(seat.hash()).orElseThrow().unit())
                .orElseThrow();
    }

    public DropIn now(DropIn dropIn) {
        return dropIns.find(dropIn.careProvider(), dropIn.id()).orElseThrow();
    }

    public static SuitabilityJudgement.PatientInformed informed() {
        return new SuitabilityJudgement.PatientInformed(DropIn.Informed.YES, "");
    }

    public static SuitabilityJudgement.Instead homeVisit() {
        return new SuitabilityJudgement.Instead(
                DropIn.Outcome.HOME_VISIT, "must-examine", "Jag kommer före klockan 14.");
    }

    /** Somebody else at the nurses. */
    public static StaffMember colleague(String name, se.vardmote.vocabulary.Profession profession) {
        StaffMember nurse = TestCast.nurse();
        return new StaffMember(
                nurse.session(),
                nurse.staff(),
                nurse.hsaId(),
                name,
                profession,
                profession.licensable(),
                nurse.commission(),
                nurse.careProvider(),
                nurse.unit(),
                nurse.unitName(),
                nurse.assurance(),
                false,
                false,
                true);
    }

    /** A professional of another unit or care provider. */
    public static StaffMember at(se.vardmote.vocabulary.CareProviderId provider, CareUnitId unit) {
        StaffMember nurse = TestCast.nurse();
        return new StaffMember(
                nurse.session(),
                nurse.staff(),
                nurse.hsaId(),
                nurse.name(),
                nurse.profession(),
                nurse.licensed(),
                nurse.commission(),
                provider,
                unit,
                "Någon annanstans",
                nurse.assurance(),
                false,
                false,
                true);
    }
}
