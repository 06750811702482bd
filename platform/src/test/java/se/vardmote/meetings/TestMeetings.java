package se.vardmote.meetings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCareAccess;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.News;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.platform.TestTransactions;
import se.vardmote.retention.Forgettable;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.retention.TestRetention;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/** The module put together by hand over a real database, with its transactions. */
public final class TestMeetings {
    public final News news = TestNews.silent();
    public final List<Object> events = new CopyOnWriteArrayList<>();
    public final RetentionUnits retention;
    public final Participants participants;
    public final Conversations conversations;
    public final Meetings meetings;
    public final Lobby lobby;
    public final Departures departures;
    public final GuestSeats guests;
    public final Vouching vouching;
    public final Texts texts;
    public final Emergencies emergencies;
    public final PatientPlaces places;
    public final Instructions instructions;
    public final SentPictures pictures;
    public final Organisation organisation;
    public final RunningCalls running;
    public final Parking parking;
    public final HandOvers handOvers;
    public final Invitations invitations;
    /** What would be saved with the note. */
    public final PicturesOnPaper saved = new PicturesOnPaper();

    private final List<Consumer<Object>> listeners = new ArrayList<>();

    public TestMeetings(TestDatabase db, Clock clock) {
        retention = TestRetention.on(db, clock);
        participants = new Participants(db.app(), retention, clock);
        conversations = TestTransactions.around(db, new Conversations(db.app(), retention, news, this::tell, clock));
        meetings = TestTransactions.around(db, new Meetings(db.app(), conversations, participants, this::tell, clock));
        organisation = new Organisation(db.app());
        running = new RunningCalls(db.app(), clock);
        parking = TestTransactions.around(db, new Parking(db.app(), meetings, conversations, running, news, clock));
        handOvers = TestTransactions.around(
                db, new HandOvers(db.app(), meetings, participants, conversations, news, this::tell, clock));
        invitations = TestTransactions.around(
                db,
                new Invitations(
                        db.app(),
                        meetings,
                        participants,
                        conversations,
                        parking,
                        handOvers,
                        organisation,
                        news,
                        this::tell,
                        clock));
        onEvent(event -> {
            if (!(event instanceof MeetingEnded ended)) return;
            parking.on(ended);
            handOvers.on(ended);
            invitations.on(ended);
        });
        lobby = TestTransactions.around(db, new Lobby(meetings, conversations, participants, running, clock));
        departures =
                TestTransactions.around(db, new Departures(participants, conversations, meetings, this::tell, clock));
        guests = TestTransactions.around(db, new GuestSeats(conversations, participants, departures));
        vouching = TestTransactions.around(db, new Vouching(meetings, participants, conversations));
        emergencies = TestTransactions.around(db, new Emergencies(db.app(), conversations, this::tell, clock));
        places = TestTransactions.around(db, new PatientPlaces(db.app(), retention, conversations, this::tell, clock));
        instructions = TestTransactions.around(db, new Instructions(db.app(), retention, conversations, clock));
        texts = TestTransactions.around(db, new Texts(db.app(), retention, conversations, clock));
        pictures = TestTransactions.around(
                db, new SentPictures(db.app(), retention, conversations, participants, Optional.of(saved), clock));
    }

    /** Who takes part, as in the product. */
    public CareAccess access(TestDatabase db, Clock clock) {
        return TestCareAccess.on(db, clock, new MeetingRelations(meetings, participants, invitations));
    }

    /** What the module removes of a forgotten conversation. */
    public static Forgettable forgetting(TestDatabase db) {
        return new ForgottenConversations(db.app());
    }

    /** Hears what is told inside the transactions, as other modules do. */
    public void onEvent(Consumer<Object> listener) {
        listeners.add(listener);
    }

    /** A care worker and the patient beside, at one seat, as after a knock. */
    public Waiting somebodyWaits() {
        RetentionUnitId unit = retention.open(TestCast.VELLINGE);
        Conversations.OfferedSeat seat = conversations.begin(unit, TestCast.VELLINGE);
        participants.add(
                unit,
                TestCast.VELLINGE,
                Participant.waiting(
                        ParticipantRole.CARE_WORKER, "Karin Larsson", Identification.PHONE_ONLY, seat.seat()));
        participants.add(
                unit,
                TestCast.VELLINGE,
                Participant.waiting(
                        ParticipantRole.PATIENT, "Tolvan Tolvansson", Identification.NOT_IDENTIFIED, seat.seat()));
        return new Waiting(unit, seat);
    }

    /** Those who wait, and the secret of their seat. */
    public record Waiting(RetentionUnitId unit, Conversations.OfferedSeat seat) {
        public Seated actor() {
            return new Seated(seat.seat(), unit, TestCast.VELLINGE);
        }

        public Attendee attendee() {
            return new Attendee.Guest(seat.seat());
        }
    }

    public MeetingId admit(Waiting waiting, StaffMember by) {
        MeetingId id = MeetingId.next();
        lobby.admit(id, waiting.unit(), Meeting.Kind.ASSESSMENT, host(by));
        return id;
    }

    public static Lobby.Host host(StaffMember by) {
        return new Lobby.Host(by.careProvider(), by.unit(), by.staff(), by.name(), by.profession());
    }

    public static Attendee attendee(StaffMember staff) {
        return new Attendee.StaffAttendee(staff.staff());
    }

    /** Tells it inside the transaction that goes on. */
    public void tell(Object event) {
        events.add(event);
        listeners.forEach(listener -> listener.accept(event));
    }
}
