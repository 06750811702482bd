package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Actor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.TestSessions;
import se.vardmote.access.Tickets;
import se.vardmote.access.rights.Rights;
import se.vardmote.audit.AuditLog;
import se.vardmote.media.LineRights;
import se.vardmote.media.RoomsOnPaper;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Parking;
import se.vardmote.meetings.TestColleagues;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;

/** R0-2, R0-61: the professional goes away from the picture for a while, not from the meeting. */
@Tag("R0-2")
@Tag("R0-61")
class ParkingACallTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final TestColleagues staff = new TestColleagues(db);
    private final RoomsOnPaper rooms = new RoomsOnPaper();
    private final Connections connections = new Connections(db.app(), clock);
    private final Snapshots snapshots = new Snapshots(
            db.app(),
            house.meetings,
            house.participants,
            connections,
            List.of(),
            house.pictures,
            TestCompany.of(house),
            TestCare.read(house));
    private final Rights rights = new Rights();
    private final LivePages pages = new LivePages(
            snapshots,
            house.texts,
            connections,
            house.conversations,
            rooms,
            new StayingRights(TestSessions.on(db, house.news, clock), rights, db.app(), clock),
            unit -> false,
            house.news);
    private final Tickets tickets = new Tickets(db.app(), TestSessions.on(db, house.news, clock), clock);
    private final PageWords words = new PageWords(
            tickets,
            house.meetings,
            house.departures,
            house.texts,
            house.pictures,
            TestCompany.words(house, db, clock),
            snapshots,
            pages,
            new SendingRights(rights, new AuditLog(db.audit()), clock),
            TestCare.words(db, house, clock),
            new AuditLog(db.audit()),
            clock);
    private final StaffMember sara = staff.at(TestCast.NURSES, "Sara Sjuk", Profession.NURSE);
    private final Waiting karin = house.somebodyWaits();
    private final MeetingId meeting = house.admit(karin, sara);
    private final PaperPage home = new PaperPage();
    private final PaperPage desk = new PaperPage();
    private final LivePage homePage = join(home, karin, karin.actor());
    private final LivePage deskPage = join(desk, karin, sara);

    @AfterEach
    void close() {
        pages.stop();
        db.close();
    }

    @Test
    void the_other_side_reads_who_comes_back_and_its_sound_and_picture_go_to_nobody() {
        words.take(deskPage, new PageMessage.Park());
        assertThat(home.last(ServerMessage.State.class).stage()).isEqualTo(Stage.PARKED);
        assertThat(home.last(ServerMessage.Together.class).parkedBy()).isEqualTo("Sara Sjuk");
        assertThat(rooms.lines.getFirst().rights).isEqualTo(LineRights.WAITING);
        assertThat(rooms.lines.getLast().closed).isTrue();
        assertThat(desk.last(ServerMessage.Closed.class).reason()).isEqualTo(ClosedReason.PARKED);
        assertThat(home.last(ServerMessage.State.class).people())
                .extracting(ServerMessage.Person::name)
                .contains("Sara Sjuk", "Tolvan Tolvansson");
    }

    @Test
    void resumed_it_goes_on_as_before() {
        words.take(deskPage, new PageMessage.Park());
        house.parking.resume(now(), sara.staff());
        pages.refresh(karin.unit());
        assertThat(home.last(ServerMessage.State.class).stage()).isEqualTo(Stage.ADMITTED);
        assertThat(home.last(ServerMessage.Together.class).parkedBy()).isNull();
        assertThat(rooms.lines.getFirst().rights).isEqualTo(LineRights.ADMITTED);
    }

    @Test
    void a_page_of_the_professional_that_comes_back_by_itself_resumes_nothing() {
        words.take(deskPage, new PageMessage.Park());
        var asleep = new PaperPage();
        StaffMember there =
                TestSessions.signIn(TestSessions.on(db, house.news, clock), sara.staff(), sara.commission());
        var join = new PageMessage.Join(tickets.issue(there, meeting), null, 0);
        assertThat(words.join(asleep, join)).isEmpty();
        assertThat(asleep.last(ServerMessage.Closed.class).reason()).isEqualTo(ClosedReason.PARKED);
        assertThat(now().parked()).isTrue();
    }

    @Test
    void parked_again_it_is_parked_since_the_first_time() {
        house.parking.park(now(), sara.staff());
        var since = now().parkedAt();
        clock.pass(Duration.ofMinutes(3));
        house.parking.park(now(), sara.staff());
        assertThat(now().parkedAt()).isEqualTo(since);
    }

    @Test
    void only_the_one_who_leads_the_call_parks_it_and_not_while_a_colleague_is_in_it() {
        assertThatThrownBy(() -> words.take(homePage, new PageMessage.Park())).isInstanceOf(ProblemException.class);
        StaffMember alva = staff.at(TestCast.NURSES, "Alva Brink", Profession.PHYSIOTHERAPIST);
        house.invitations.ask(meeting, sara.staff(), alva.staff(), alva.unit(), false);
        house.invitations.goIn(meeting, alva);
        LivePage alvas = join(new PaperPage(), karin, alva);
        refused("meetings/not-the-chair", () -> words.take(alvas, new PageMessage.Park()));
        refused("meetings/colleague-here", () -> words.take(deskPage, new PageMessage.Park()));
        assertThat(desk.last(ServerMessage.Together.class).mayPark()).isFalse();
        pages.close(alvas, ClosedReason.LEFT);
        assertThat(desk.last(ServerMessage.Together.class).mayPark()).isTrue();
        words.take(deskPage, new PageMessage.Park());
    }

    @Test
    void who_has_parked_lets_another_in_and_resumes_only_when_that_call_is_parked_too() {
        refused("meetings/call-running", () -> house.admit(house.somebodyWaits(), sara));
        words.take(deskPage, new PageMessage.Park());
        Waiting next = house.somebodyWaits();
        house.admit(next, sara);
        LivePage second = join(new PaperPage(), next, sara);
        refused("meetings/call-running", () -> house.parking.resume(now(), sara.staff()));
        words.take(second, new PageMessage.Park());
        house.parking.resume(now(), sara.staff());
        assertThat(house.parking.of(sara.staff())).hasSize(1);
    }

    @Test
    void a_few_calls_are_parked_and_no_more() {
        words.take(deskPage, new PageMessage.Park());
        for (int i = 1; i < Parking.MOST; i++) {
            MeetingId next = house.admit(house.somebodyWaits(), sara);
            house.parking.park(house.meetings.find(next).orElseThrow(), sara.staff());
        }
        MeetingId oneMore = house.admit(house.somebodyWaits(), sara);
        refused(
                "meetings/too-many-parked",
                () -> house.parking.park(house.meetings.find(oneMore).orElseThrow(), sara.staff()));
        assertThat(house.parking.of(sara.staff())).hasSize(Parking.MOST);
    }

    @Test
    void an_ended_call_is_not_parked() {
        house.meetings.end(TestCast.VELLINGE, meeting, sara.staff());
        refused("meetings/not-open", () -> house.parking.park(now(), sara.staff()));
    }

    private LivePage join(PaperPage outlet, Waiting there, Actor actor) {
        var person = house.participants.of(there.unit()).stream()
                .filter(Attendee.of(actor)::is)
                .findFirst()
                .orElseThrow();
        return pages.join(outlet, there.unit(), actor, new PageMessage.Join("", null, 0), person);
    }

    private Meeting now() {
        return Optional.of(meeting).flatMap(house.meetings::find).orElseThrow();
    }

    private static void refused(String slug, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().slug())
                .isEqualTo(slug));
    }
}
