package se.vardmote.assessment.planned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.CallCodes;
import se.vardmote.access.CareAccess;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.GuestLinks;
import se.vardmote.access.GuestMeetings;
import se.vardmote.access.GuestRole;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCareAccess;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.access.guest.GuestDoor;
import se.vardmote.access.guest.TestGuestDoor;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.audit.AuditLog;
import se.vardmote.notifications.Notifications;
import se.vardmote.notifications.Recipient;
import se.vardmote.notifications.TestOutbox;
import se.vardmote.organisation.Devices;
import se.vardmote.platform.Origins;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestTransactions;
import se.vardmote.retention.Purge;
import se.vardmote.retention.PurgeRuns;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;

/** Planned calls put together by hand over a real database, with the rest of the module. */
public final class TestPlanning {
    public static final String NUMBER = "19121212-1212";
    public static final String ANOTHER_NUMBER = "19610118-2803";
    public final TestAssessment clinic;
    public final StaffMember sara;
    public final EnrolledDevice ipad;
    public final PlannedCalls calls;
    public final CallCodes codes;
    public final Planning planning;
    public final Arrivals arrivals;
    public final CallingUnits units;
    public final AuditLog audit;
    public final GuestLinks links;
    public final GuestCodes guestCodes;
    public final Inviting inviting;
    public final Invited invited;
    public final Notifications notifications;
    /** From the link to the lobby; nobody shows an e-ID here. */
    public final GuestDoor door;
    /** As it is asked by the door. */
    public final GuestMeetings guestMeetings;

    public final TestOutbox outbox;
    private final TestDatabase db;

    public TestPlanning(TestDatabase db) {
        this.db = db;
        clinic = new TestAssessment(db);
        sara = registered(TestCast.nurse());
        ipad = new EnrolledDevice(clinic.cast.device("iPad 07"), TestCast.VELLINGE, TestCast.HOME_CARE, "iPad 07");
        audit = new AuditLog(db.audit());
        calls = new PlannedCalls(db.app(), clinic.house.retention);
        var shortCodes = new ShortCodes(secrets());
        codes = new CallCodes(
                db.app(),
                db.transactions(),
                shortCodes,
                new CodeTries(db.app(), shortCodes, clinic.clock),
                clinic.clock);
        planning = TestTransactions.around(
                db,
                new Planning(calls, clinic.clients, clinic.protections, clinic.house.retention, audit, clinic.clock));
        clinic.onProtected(new HiddenPlans(calls)::on);
        arrivals = new Arrivals(
                calls,
                codes,
                clinic.clients,
                clinic.room,
                clinic.organisation,
                new Devices(db.app(), clinic.clock),
                audit,
                clinic.clock);
        links = new GuestLinks(db.app(), clinic.clock);
        guestCodes = new GuestCodes(db.app(), db.transactions(), shortCodes, clinic.clock);
        outbox = new TestOutbox(db, clinic.clock);
        notifications = outbox.notifications;
        var guests = new PlannedGuests(db.app(), clinic.house.retention, clinic.clock);
        invited = new Invited(guests);
        var words = new GuestWords(
                new Messages(clinic.clock), new Origins(List.of(URI.create("https://vardmote.example")), List.of()));
        inviting = TestTransactions.around(
                db,
                new Inviting(
                        calls,
                        guests,
                        links,
                        guestCodes,
                        clinic.house.guests,
                        clinic.settings,
                        words,
                        notifications,
                        audit,
                        clinic.clock));
        guestMeetings = new GuestArrivals(
                calls,
                guests,
                arrivals,
                clinic.dropIns,
                clinic.room,
                clinic.house.meetings,
                clinic.clients,
                clinic.organisation,
                clinic.settings,
                words,
                notifications,
                clinic.clock);
        door = TestGuestDoor.on(db, clinic.clock, links, guestCodes, guestMeetings, audit);
        units = new CallingUnits(clinic.organisation, new DutyRules(db.app()), clinic.clock);
    }

    /** The nurse as the register knows her, with a commission for care. */
    private StaffMember registered(StaffMember nurse) {
        var staff = clinic.cast.staff(nurse.hsaId().value(), nurse.name(), nurse.profession());
        var commission = clinic.cast.commission(staff, nurse.unit(), TestCast.CARE);
        return new StaffMember(
                nurse.session(),
                staff,
                nurse.hsaId(),
                nurse.name(),
                nurse.profession(),
                nurse.licensed(),
                commission,
                nurse.careProvider(),
                nurse.unit(),
                nurse.unitName(),
                nurse.assurance(),
                false,
                false,
                true);
    }

    private static SecretFiles secrets() {
        try {
            return new SecretFiles(Files.createTempDirectory(Path.of("target"), "secrets-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With Karin at Tolvan's, shown at home care. */
    public static Plan plan(Instant... times) {
        return planAt(TestCast.HOME_CARE, null, times);
    }

    public static Plan planAt(@Nullable CareUnitId home, @Nullable Profession profession, Instant... times) {
        return new Plan(
                UUID.randomUUID(),
                home,
                new PersonName("Tolvan Tolvansson"),
                PersonId.parse(NUMBER, LocalDate.of(2026, 11, 17)).orElseThrow(),
                false,
                Set.of(PlannedCall.Purpose.FOLLOW_UP),
                CallReason.TRAINING,
                new PersonName("Karin Larsson"),
                PhoneNumber.parse("070-174 06 05").orElseThrow(),
                profession,
                PlannedCall.Channel.TELEPHONE,
                List.of(times));
    }

    /** The patient of a call, told at a mobile number. */
    public GuestLinkId invitesThePatient(PlannedCall call, GuestAssurance least) {
        return inviting.invite(
                sara,
                call.id(),
                new Invite(
                        GuestRole.PATIENT,
                        least,
                        null,
                        Recipient.parse("070-174 06 11").orElseThrow(),
                        false));
    }

    public GuestLinkId invitesARelative(PlannedCall call, String name) {
        return inviting.invite(
                sara,
                call.id(),
                new Invite(GuestRole.RELATIVE, GuestAssurance.NOT_IDENTIFIED, new PersonName(name), null, false));
    }

    /** Opens a link in a browser of its own. */
    public GuestVisitor opens(PlannedCall call, GuestLinkId link) {
        String address = inviting.copy(sara, call.id(), link);
        Token cookie =
                door.open(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
        return links.holderOf(cookie.hash()).orElseThrow();
    }

    public PlannedCall planned(Instant... times) {
        return now(planning.plan(sara, plan(times)));
    }

    /** Started at once, with its code. */
    public CallCodes.Issued started() {
        PlannedCallId call = planning.plan(sara, planAt(null, null, clinic.clock.instant()));
        return codes.issue(sara.careProvider(), call.value());
    }

    public PlannedCall now(PlannedCallId id) {
        return calls.find(TestCast.VELLINGE, id).orElseThrow();
    }

    /** The right number at the device. */
    public Arrivals.Answer.Known known(PlannedCall call) {
        return (Arrivals.Answer.Known) arrivals.identify(ipad, call.id(), NUMBER);
    }

    public Token comes(PlannedCall call) {
        return arrivals.come(known(call), karin(null), ipad).orElseThrow();
    }

    public static Arrivals.Present karin(@Nullable Profession profession) {
        return new Arrivals.Present(
                new PersonName("Karin Larsson"),
                PhoneNumber.parse("070-174 06 05").orElseThrow(),
                profession);
    }

    public DropIn dropIn(PlannedCall call) {
        return clinic.dropIns.of(call.conversation()).orElseThrow();
    }

    public int missed() {
        return MissedCalls.miss(calls, clinic.clock);
    }

    public CareAccess access() {
        return TestCareAccess.on(db, clinic.clock, new PlannedCallRelations(calls));
    }

    /** Forgets what is due, as the job does. */
    public Purge purge() {
        return new Purge(
                db.app(),
                clinic.house.retention,
                () -> Stream.concat(clinic.forgetting(db), Stream.of(new ForgottenPlannedCalls(db.app()))),
                new PurgeRuns(db.app(), clinic.clock),
                db.transactions(),
                clinic.clock);
    }
}
