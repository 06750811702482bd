package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Actor;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.TestSessions;
import se.vardmote.access.rights.Rights;
import se.vardmote.audit.AuditLog;
import se.vardmote.media.RoomsOnPaper;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.EmergencyChanged;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.PatientPlace.Part;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;

/** R1-11: "Akut" is one press for any staff in the room, and "Att göra" stands until somebody has understood. */
class EmergencyInTheCallTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
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
    private final LivePages pages = new LivePages(
            snapshots,
            house.texts,
            connections,
            house.conversations,
            new RoomsOnPaper(),
            new StayingRights(TestSessions.on(db, house.news, clock), new Rights(), db.app(), clock),
            unit -> false,
            house.news);
    private final CareWords words = TestCare.words(db, house, clock);
    private final SendingRights sending = new SendingRights(new Rights(), new AuditLog(db.audit()), clock);
    private final StaffMember nurse = TestCast.nurse();
    private final Waiting waiting = house.somebodyWaits();
    private final PaperPage tablet = new PaperPage();
    private final PaperPage desk = new PaperPage();
    private final UUID key = UUID.randomUUID();
    private LivePage careWorker = join(tablet, waiting.actor());
    private MeetingId meeting = MeetingId.next();
    private LivePage professional = careWorker;

    @BeforeEach
    void call() {
        meeting = house.admit(waiting, nurse);
        professional = join(desk, nurse);
    }

    @AfterEach
    void close() {
        pages.stop();
        db.close();
    }

    @Test
    void everybody_in_the_room_sees_who_pressed_and_when_and_the_number_back_and_the_call_goes_on() {
        words.press(careWorker, new PageMessage.Emergency(key));

        var expected = new ServerMessage.Emergency(key, "Karin Larsson", clock.instant(), null, null);
        assertThat(care(tablet).emergency()).isEqualTo(expected);
        assertThat(care(desk).emergency()).isEqualTo(expected);
        assertThat(care(desk).callBack()).isEqualTo("070-174 06 05");
        assertThat(care(desk).from()).isEqualTo("Hemtjänst Höllviken");
        assertThat(house.meetings.of(waiting.unit()).orElseThrow().goesOn()).isTrue();
    }

    @Test
    void the_professional_may_press_too() {
        words.press(professional, new PageMessage.Emergency(key));
        assertThat(care(tablet).emergency())
                .extracting(ServerMessage.Emergency::by)
                .isEqualTo("Sara Sjuk");
    }

    @Test
    void sent_again_or_pressed_by_both_it_is_one_emergency_of_the_first() {
        words.press(careWorker, new PageMessage.Emergency(key));
        clock.pass(Duration.ofSeconds(3));
        words.press(careWorker, new PageMessage.Emergency(key));
        words.press(professional, new PageMessage.Emergency(UUID.randomUUID()));

        assertThat(house.emergencies.of(waiting.unit())).hasSize(1);
        assertThat(care(desk).emergency())
                .extracting(ServerMessage.Emergency::by)
                .isEqualTo("Karin Larsson");
        assertThat(house.events).filteredOn(EmergencyChanged.class::isInstance).hasSize(1);
    }

    @Test
    void pressed_by_mistake_it_is_taken_back_and_both_times_stay() {
        words.press(careWorker, new PageMessage.Emergency(key));
        var pressed = clock.instant();
        clock.pass(Duration.ofSeconds(20));
        words.takeBack(professional, new PageMessage.NoEmergency(key));
        clock.pass(Duration.ofSeconds(20));
        words.takeBack(careWorker, new PageMessage.NoEmergency(key));

        assertThat(care(tablet).emergency())
                .isEqualTo(new ServerMessage.Emergency(
                        key, "Karin Larsson", pressed, "Sara Sjuk", pressed.plusSeconds(20)));
    }

    @Test
    void taken_back_it_may_be_pressed_again_and_a_late_word_of_the_first_leaves_it() {
        words.press(careWorker, new PageMessage.Emergency(key));
        words.takeBack(careWorker, new PageMessage.NoEmergency(key));
        clock.pass(Duration.ofSeconds(1));
        var second = UUID.randomUUID();
        words.press(careWorker, new PageMessage.Emergency(second));
        words.takeBack(careWorker, new PageMessage.NoEmergency(key));
        words.press(careWorker, new PageMessage.Emergency(key));

        assertThat(care(desk).emergency())
                .extracting(ServerMessage.Emergency::key, ServerMessage.Emergency::closedAt)
                .containsExactly(second, null);
    }

    @Test
    void who_is_not_in_the_call_cannot_press_and_the_attempt_is_on_record() {
        house.departures.leave(waiting.unit(), waiting.attendee());
        assertThatThrownBy(() -> words.press(careWorker, new PageMessage.Emergency(key)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("meetings/staff-only");
        assertThat(house.emergencies.of(waiting.unit())).isEmpty();
        assertThat(recorded("emergency")).containsExactly("REFUSED");
    }

    @Test
    void in_a_call_that_has_ended_nothing_is_pressed() {
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());
        assertThatThrownBy(() -> words.press(professional, new PageMessage.Emergency(key)))
                .isInstanceOf(ProblemException.class);
        assertThat(house.emergencies.of(waiting.unit())).isEmpty();
    }

    @Test
    void colleagues_at_the_unit_are_told_of_it_while_it_stands_and_the_call_goes_on() {
        assertThat(goingOn()).isZero();
        words.press(careWorker, new PageMessage.Emergency(key));
        assertThat(goingOn()).isEqualTo(1);
        assertThat(house.emergencies.goingOnAt(TestCast.VELLINGE, List.of(TestCast.HOME_CARE)))
                .isEmpty();
        words.takeBack(careWorker, new PageMessage.NoEmergency(key));
        assertThat(goingOn()).isZero();
        words.press(careWorker, new PageMessage.Emergency(UUID.randomUUID()));
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());
        assertThat(goingOn()).isZero();
    }

    @Test
    void where_the_patient_is_both_sides_may_say_and_of_each_part_the_last_word_counts() {
        words.place(careWorker, new PageMessage.Place(Part.ADDRESS, " Storgatan 1 "));
        words.place(careWorker, new PageMessage.Place(Part.DOOR_CODE, "1234"));
        words.place(careWorker, new PageMessage.Place(Part.FLOOR, "2"));
        words.place(professional, new PageMessage.Place(Part.FLOOR, "3"));
        assertThat(care(tablet).place()).isEqualTo(new ServerMessage.Place("Storgatan 1", "3", "1234", ""));
        assertThat(care(desk).place()).isEqualTo(new ServerMessage.Place("Storgatan 1", "3", "1234", ""));
    }

    @Test
    void where_the_patient_is_stands_nowhere_in_plain() {
        words.place(careWorker, new PageMessage.Place(Part.ADDRESS, "Storgatan 1"));
        byte[] sealed = db.app()
                .sql("select sealed from meetings.patient_place")
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Storgatan");
    }

    @Test
    void a_place_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> words.place(careWorker, new PageMessage.Place(Part.ROOM, "x".repeat(121))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void an_instruction_is_shown_until_understood_then_gone_from_the_device_and_its_time_kept() {
        words.instruct(professional, new PageMessage.Instruct(key, "Lägg henne på sidan\nLyft benet"));
        words.instruct(professional, new PageMessage.Instruct(key, "Lägg henne på sidan\nLyft benet"));
        assertThat(care(tablet).instructions())
                .extracting(ServerMessage.Instruction::text)
                .containsExactly("Lägg henne på sidan\nLyft benet");

        clock.pass(Duration.ofSeconds(5));
        var understood = clock.instant();
        words.understand(careWorker, new PageMessage.Understood(key));
        clock.pass(Duration.ofSeconds(5));
        words.understand(careWorker, new PageMessage.Understood(key));

        assertThat(care(tablet).instructions()).isEmpty();
        assertThat(care(desk).instructions())
                .extracting(ServerMessage.Instruction::understoodAt)
                .containsExactly(understood);
    }

    /** R0-18: whoever is at the patient's may be licensed themselves. */
    @Test
    void a_licensed_colleague_at_the_patients_understands_as_a_care_worker_does() {
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());
        var seat = house.conversations.begin(house.retention.open(TestCast.VELLINGE), TestCast.VELLINGE);
        var unit =
                house.conversations.holderOf(seat.token().hash()).orElseThrow().unit();
        house.participants.add(
                unit, TestCast.VELLINGE, Participant.colleague("Alva Brink", Profession.PHYSIOTHERAPIST, seat.seat()));
        house.lobby.admit(MeetingId.next(), unit, Meeting.Kind.ASSESSMENT, TestMeetings.host(nurse));
        var there = new PaperPage();
        LivePage colleague = join(there, new Seated(seat.seat(), unit, TestCast.VELLINGE), unit);
        words.instruct(join(new PaperPage(), nurse, unit), new PageMessage.Instruct(key, "Lyft benet"));
        words.understand(colleague, new PageMessage.Understood(key));
        assertThat(care(there).instructions()).isEmpty();
        assertThat(recorded("understood")).containsExactly("ALLOWED");
    }

    @Test
    void an_instruction_has_at_most_five_lines_and_is_not_empty() {
        assertThatThrownBy(() -> words.instruct(professional, new PageMessage.Instruct(key, "1\n2\n3\n4\n5\n6")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("meetings/instruction-not-sent");
        assertThatThrownBy(() -> words.instruct(professional, new PageMessage.Instruct(key, " \n ")))
                .isInstanceOf(ProblemException.class);
        words.instruct(professional, new PageMessage.Instruct(key, "1\n2\n3\n4\n5\n"));
        assertThat(care(desk).instructions()).hasSize(1);
    }

    @Test
    void only_professionals_instruct_and_only_those_at_the_patients_understand() {
        assertThatThrownBy(() ->
                        sending.require(waiting.actor(), waiting.unit(), new PageMessage.Instruct(key, "Lyft benet")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> words.instruct(careWorker, new PageMessage.Instruct(key, "Lyft benet")))
                .isInstanceOf(ProblemException.class);
        words.instruct(professional, new PageMessage.Instruct(key, "Lyft benet"));
        assertThatThrownBy(() -> words.understand(professional, new PageMessage.Understood(key)))
                .isInstanceOf(ProblemException.class);
        assertThat(care(tablet).instructions()).hasSize(1);
        assertThat(recorded("understood")).containsExactly("REFUSED");
    }

    @Test
    void every_word_is_on_record() {
        words.press(careWorker, new PageMessage.Emergency(key));
        words.takeBack(careWorker, new PageMessage.NoEmergency(key));
        words.place(careWorker, new PageMessage.Place(Part.ADDRESS, "Storgatan 1"));
        words.instruct(professional, new PageMessage.Instruct(key, "Lyft benet"));
        words.understand(careWorker, new PageMessage.Understood(key));
        for (String action : List.of("emergency", "no-emergency", "patient-place", "instruct", "understood")) {
            assertThat(recorded(action)).as(action).containsExactly("ALLOWED");
        }
    }

    private int goingOn() {
        return house.emergencies
                .goingOnAt(TestCast.VELLINGE, List.of(TestCast.NURSES))
                .size();
    }

    private static ServerMessage.Care care(PaperPage socket) {
        return socket.last(ServerMessage.Care.class);
    }

    private List<String> recorded(String action) {
        return db.owner()
                .sql("select outcome from audit.event where action = ? order by id")
                .param(action)
                .query(String.class)
                .list();
    }

    private LivePage join(PaperPage socket, Actor actor) {
        return join(socket, actor, waiting.unit());
    }

    private LivePage join(PaperPage socket, Actor actor, RetentionUnitId unit) {
        Participant person = house.participants.of(unit).stream()
                .filter(Attendee.of(actor)::is)
                .findFirst()
                .orElseThrow();
        return pages.join(socket, unit, actor, new PageMessage.Join("", null, 0), person);
    }
}
