package se.vardmote.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.SuitabilityJudgement;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.journal.Duties;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Departures;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.SentPictures;
import se.vardmote.meetings.picture.OwnPicture;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** R0-7, R0-8: every call leaves one row, and nothing in it tells whose call it was. */
class CountingCallsTests {
    private static final Duration WAIT = Duration.ofSeconds(150);
    private static final Duration TALK = Duration.ofMinutes(12);
    private static final String NURSE = "SE2120001132-1001";
    private static StaffMember sara = TestCast.nurse();
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        StaffId id = house.cast.staff(NURSE, "Sara Sjuk", Profession.NURSE);
        house.cast.commission(id, TestCast.NURSES, TestCast.CARE);
        StaffMember nurse = TestCast.nurse();
        sara = new StaffMember(
                nurse.session(),
                id,
                nurse.hsaId(),
                nurse.name(),
                nurse.profession(),
                nurse.licensed(),
                nurse.commission(),
                nurse.careProvider(),
                nurse.unit(),
                nurse.unitName(),
                nurse.assurance(),
                false,
                false,
                true);
    }

    @AfterEach
    void forget() {
        house.database.owner().sql("delete from statistics.question").update();
        house.database.owner().sql("delete from statistics.call_fact").update();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_call_that_ends_is_counted_with_how_long_they_waited_and_talked() {
        Token seat = knocks();
        MeetingId meeting = admitted(seat);
        assertThat(facts()).isEmpty();

        ended(meeting);

        assertThat(facts()).hasSize(1);
        assertThat(facts().getFirst())
                .containsEntry("care_unit_id", TestCast.NURSES.value())
                .containsEntry("kind", "ASSESSMENT")
                .containsEntry("planned", false)
                .containsEntry("reason", "FALL")
                .containsEntry("outcome", "DIGITAL")
                .containsEntry("waiting_seconds", (int) WAIT.toSeconds())
                .containsEntry("length_seconds", (int) TALK.toSeconds())
                .containsEntry("had_picture", false)
                .containsEntry("went", null)
                .containsEntry("replaced_home_visit", null);
    }

    @Test
    void who_is_turned_away_is_counted_with_what_was_judged() {
        DropIn waiting = dropIn(knocks());
        house.clock().pass(WAIT);
        bean(SuitabilityJudgement.class).turnAway(sara, waiting.id(), TestAssessment.homeVisit());

        assertThat(facts()).hasSize(1);
        assertThat(facts().getFirst())
                .containsEntry("outcome", "HOME_VISIT")
                .containsEntry("waiting_seconds", (int) WAIT.toSeconds())
                .containsEntry("length_seconds", null)
                .containsEntry("had_picture", null);
    }

    @Test
    void a_call_in_which_a_picture_was_sent_is_counted_as_such_whatever_became_of_it() {
        Token seat = knocks();
        MeetingId meeting = admitted(seat);
        RetentionUnitId conversation = dropIn(seat).conversation();
        ParticipantId taker =
                bean(Participants.class).of(conversation).getFirst().id();
        PictureId picture = PictureId.next();
        var pictures = bean(SentPictures.class);
        pictures.keep(conversation, taker, picture, UUID.randomUUID(), new OwnPicture(new byte[] {1}, 1280, 720));
        pictures.discard(conversation, picture);

        ended(meeting);

        assertThat(facts().getFirst()).containsEntry("had_picture", true);
    }

    /** R0-20, R0-21. */
    @Test
    void a_call_that_was_agreed_on_ahead_is_counted_as_planned() {
        Knock knock = TestAssessment.knockAgreedFor(house.clock().instant().minusSeconds(60));
        DropIn waiting = dropIn(bean(DropInRoom.class).knock(knock, door()).orElseThrow());
        bean(SuitabilityJudgement.class).turnAway(sara, waiting.id(), TestAssessment.homeVisit());

        assertThat(facts()).singleElement().satisfies(fact -> assertThat(fact).containsEntry("planned", true));
    }

    @Test
    void who_gives_up_is_counted_with_how_long_they_waited() {
        DropIn waiting = dropIn(knocks());
        house.clock().pass(WAIT);
        Participant first = bean(Participants.class).of(waiting.conversation()).getFirst();
        bean(Departures.class).leave(waiting.conversation(), new Attendee.Guest(Objects.requireNonNull(first.seat())));

        assertThat(facts()).hasSize(1);
        assertThat(facts().getFirst()).containsEntry("outcome", "WITHDRAWN").containsEntry("waiting_seconds", (int)
                WAIT.toSeconds());
    }

    /** No id of a person, a meeting or a conversation, and no instant: there is no column for them. */
    @Test
    void a_row_has_no_column_that_could_name_anybody() {
        ended(admitted(knocks()));

        assertThat(facts().getFirst().keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "care_provider_id",
                        "care_unit_id",
                        "kind",
                        "planned",
                        "reason",
                        "outcome",
                        "waiting_seconds",
                        "length_seconds",
                        "had_picture",
                        "replaced_home_visit",
                        "went",
                        "day");
        assertThat(String.valueOf(facts().getFirst().get("id")).charAt(14))
                .as("a random id, not one in order of time")
                .isEqualTo('4');
    }

    @Test
    void one_press_says_how_it_went_and_a_second_changes_nothing() {
        Token seat = knocks();
        ended(admitted(seat));
        Token answer = questions().ask(seat).orElseThrow();

        questions().went(answer, Feeling.GOOD);
        questions().went(answer, Feeling.BAD);

        assertThat(facts().getFirst()).containsEntry("went", "GOOD");
        assertThat(questions().ask(seat)).isEmpty();
    }

    @Test
    void who_leaves_before_the_end_may_answer_before_the_call_is_counted() {
        Token seat = knocks();
        MeetingId meeting = admitted(seat);
        questions().went(questions().ask(seat).orElseThrow(), Feeling.SO_SO);
        assertThat(facts()).isEmpty();

        ended(meeting);

        assertThat(facts()).hasSize(1);
        assertThat(facts().getFirst()).containsEntry("went", "SO_SO");
    }

    @Test
    void nobody_is_asked_who_was_not_let_in_nor_a_stranger() {
        Token seat = knocks();
        assertThat(questions().ask(seat)).isEmpty();
        assertThat(questions().ask(Token.fresh())).isEmpty();
        questions().went(Token.fresh(), Feeling.BAD);
        assertThat(facts()).isEmpty();
    }

    @Test
    void whether_it_replaced_a_home_visit_is_answered_once() {
        Token seat = knocks();
        var conversation = dropIn(seat).conversation();
        MeetingId meeting = admitted(seat);
        assertThat(questions().asksOfHomeVisit(conversation))
                .as("while it goes on")
                .isFalse();
        ended(meeting);
        assertThat(questions().asksOfHomeVisit(conversation)).isTrue();

        questions().replacedHomeVisit(conversation, true);
        questions().replacedHomeVisit(conversation, false);

        assertThat(facts().getFirst()).containsEntry("replaced_home_visit", true);
        assertThat(questions().asksOfHomeVisit(conversation)).isFalse();
    }

    @Test
    void when_both_have_answered_nothing_ties_the_row_to_the_call() {
        Token seat = knocks();
        var conversation = dropIn(seat).conversation();
        ended(admitted(seat));
        questions().went(questions().ask(seat).orElseThrow(), Feeling.GOOD);
        assertThat(ties()).isEqualTo(1);

        questions().replacedHomeVisit(conversation, false);

        assertThat(ties()).isZero();
        assertThat(questions().ask(seat)).isEmpty();
        assertThat(ties()).isZero();
    }

    @Test
    void after_a_week_nobody_is_asked_any_longer_and_the_tie_is_gone() {
        Token seat = knocks();
        ended(admitted(seat));
        Token answer = questions().ask(seat).orElseThrow();
        house.clock().pass(Questions.LIFE);

        questions().went(answer, Feeling.GOOD);

        assertThat(facts().getFirst()).containsEntry("went", null);
        assertThat(questions().forgetExpired()).isEqualTo(1);
        assertThat(ties()).isZero();
    }

    /** R0-8: at the goodbye page, with the cookie of the seat and one press. */
    @Test
    void the_goodbye_page_asks_whoever_comes_from_a_call_and_thanks() {
        Token seat = knocks();
        ended(admitted(seat));
        var browser = house.browser();
        browser.cookies.put("__Host-seat", seat.text());
        String page = browser.get("/hej-da?varfor=ended").body();
        assertThat(page).contains("Hur gick det?", "Sådär");
        String token = page.replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");

        var answer = browser.post(
                "/hej-da/hur-gick-det", Map.of("token", token, "went", "GOOD", "why", "ended"), "/fungerar-inte");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(facts().getFirst()).containsEntry("went", "GOOD");
        assertThat(browser.get("/hej-da?varfor=ended&tack=ja").body()).contains("Tack för svaret.");
        assertThat(house.browser().get("/hej-da").body()).doesNotContain("Hur gick det?");
    }

    /** R0-7: beside the note, asked once and thanked for, and not asked any more. */
    @Test
    void the_professional_answers_beside_the_note() {
        MeetingId meeting = admitted(knocks());
        ended(meeting);
        var browser = house.signedIn(NURSE);
        String note =
                "/anteckning/" + bean(Duties.class).of(meeting).orElseThrow().id();
        String question = note + "/hembesok";
        assertThat(browser.get(note).body()).contains("hx-get=\"" + question);
        assertThat(browser.get(question).body()).contains("Ersatte samtalet ett hembesök?", "value=\"yes\"");

        var answer = browser.post(question, Map.of("replaced", "yes"), question);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(facts().getFirst()).containsEntry("replaced_home_visit", true);
        assertThat(browser.get(TestBrowser.location(answer)).body())
                .contains("Tack. Svaret är sparat utan namn.")
                .doesNotContain("value=\"yes\"");
    }

    private static Token knocks() {
        return bean(DropInRoom.class)
                .knock(TestAssessment.knock("Tolvan Tolvansson"), door())
                .orElseThrow();
    }

    private static Knock.Door door() {
        var unit = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        return new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, unit);
    }

    private static DropIn dropIn(Token seat) {
        var seated = bean(Conversations.class).holderOf(seat.hash()).orElseThrow();
        return bean(DropIns.class).of(seated.unit()).orElseThrow();
    }

    private static MeetingId admitted(Token seat) {
        DropIn waiting = dropIn(seat);
        house.clock().pass(WAIT);
        return bean(SuitabilityJudgement.class).admit(sara, waiting.id(), TestAssessment.informed());
    }

    private static void ended(MeetingId meeting) {
        house.clock().pass(TALK);
        bean(Meetings.class).end(TestCast.VELLINGE, meeting, sara.staff());
    }

    private static Questions questions() {
        return bean(Questions.class);
    }

    private static int ties() {
        return house.database
                .owner()
                .sql("select count(*) from statistics.question where fact_id is not null")
                .query(Integer.class)
                .single();
    }

    private static List<Map<String, Object>> facts() {
        return house.database
                .owner()
                .sql("select * from statistics.call_fact")
                .query()
                .listOfRows();
    }

    private static <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
