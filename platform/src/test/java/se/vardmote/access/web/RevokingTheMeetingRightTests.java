package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Meetings;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-59: whose right is revoked is out at once, in the middle of a call too, and writes what is left to document. */
@Tag("R0-59")
class RevokingTheMeetingRightTests {
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);
    private static final String APPLY = "/ratt-till-moten";
    private static TestHouse house;
    private static int number = 1000;
    private String card = "";
    private StaffId nurse = StaffId.next();
    private TestBrowser sara;
    private TestBrowser adam;

    @BeforeAll
    static void open() {
        house = new TestHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Others in each, in one house. */
    @BeforeEach
    void granted() {
        TestCast cast = house.cast;
        card = "SE2120001132-" + ++number;
        String administrator = "SE2120001132-" + ++number;
        cast.asksForRight(TestCast.VELLINGE, LONG_AGO);
        nurse = cast.staff(card, "Sara Sjuk", Profession.NURSE);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        cast.trained(nurse, TestCast.VELLINGE, LONG_AGO);
        cast.administers(cast.staff(administrator, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        sara = house.signedIn(card);
        adam = house.signedIn(administrator);
        sara.post(APPLY, Map.of(), APPLY);
        decide("grant", "");
    }

    @Test
    void the_socket_closes_the_session_is_over_and_the_reason_is_read_at_the_next_sign_in() {
        TestSocket chair = TestSocket.join(house, sara, letIn(knock()));
        decide("revoke", "Loggade in åt en kollega.");

        await().until(chair::isClosed);
        assertThat(chair.heard).last().isEqualTo("{\"type\":\"closed\",\"reason\":\"revoked\"}");
        assertThat(sara.get("/min-dag", "Accept", "application/json").statusCode())
                .isEqualTo(401);

        sara = house.signedIn(card);
        assertThat(sara.get(APPLY).body()).contains("Din rätt är återkallad", "Loggade in åt en kollega.");
        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(403);
    }

    /** Also what a head has given for some days, to somebody who has not been granted the right. */
    @Test
    void some_days_from_the_head_end_in_the_middle_of_a_call_too() {
        String other = "SE2120001132-" + ++number;
        String headCard = "SE2120001132-" + ++number;
        StaffId untrained = house.cast.staff(other, "Lo Ny", Profession.NURSE);
        house.cast.commission(untrained, TestCast.NURSES, TestCast.CARE);
        StaffId leader = house.cast.staff(headCard, "Disa Holmqvist", Profession.NURSE);
        house.cast.commission(leader, TestCast.NURSES, TestCast.CARE);
        house.cast.heads(leader, TestCast.NURSES);
        TestBrowser head = house.signedIn(headCard);
        String today = LocalDate.ofInstant(house.clock().instant(), ZoneId.of("Europe/Stockholm"))
                .toString();
        String form = "/enheten/" + untrained + "/tillfallig-ratt";
        head.post(form, Map.of("lastDay", today, "reason", "Två är sjuka."), form);
        sara = house.signedIn(other);
        TestSocket chair = TestSocket.join(house, sara, letIn(knock()));

        String right =
                head.get("/enheten").body().replaceAll("(?s).*href=\"(/enheten/tillfallig-ratt/[^\"]+)\".*", "$1");
        head.post(right, Map.of("reason", "Loggade in åt en kollega."), right);

        await().until(chair::isClosed);
        assertThat(chair.heard).last().isEqualTo("{\"type\":\"closed\",\"reason\":\"revoked\"}");
        assertThat(house.signedIn(other).get("/min-dag").statusCode()).isEqualTo(403);
    }

    @Test
    void without_a_reason_nothing_is_revoked() {
        assertThat(decide("revoke", "").statusCode()).isEqualTo(422);
        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(200);
    }

    /** Patientdatalagen 3:9: the duty to document does not end with the right. */
    @Test
    void a_note_that_is_left_to_write_is_listed_and_can_be_written() {
        String call = letIn(knock()).replace("/biljett", "");
        house.context()
                .getBean(Meetings.class)
                .end(TestCast.VELLINGE, MeetingId.of(call.substring(call.lastIndexOf('/') + 1)), nurse);
        decide("revoke", "Utbildningen gällde någon annan.");

        sara = house.signedIn(card);
        String page = sara.get(APPLY).body();
        assertThat(page).contains("Anteckningar att skriva");
        String note = page.replaceAll("(?s).*href=\"(/anteckning/[^\"]+)\".*", "$1");
        assertThat(sara.get(note).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> decide(String what, String reason) {
        String page = "/admin/ratt-till-moten/"
                + house.database
                        .owner()
                        .sql("select id::text from organisation.meeting_right where staff_id = ?")
                        .param(nurse.value())
                        .query(String.class)
                        .single();
        return adam.post(page, Map.of("what", what, "reason", reason), page);
    }

    private String letIn(Token seat) {
        var conversation =
                bean(Conversations.class).holderOf(seat.hash()).orElseThrow().unit();
        var dropIn = bean(DropIns.class).of(conversation).orElseThrow();
        var answer = sara.post("/vantande/" + dropIn.id() + "/slapp-in", Map.of("informed", "yes"), "/min-dag");
        return TestBrowser.location(answer) + "/biljett";
    }

    private Token knock() {
        var receiving = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        var door = new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving);
        return bean(DropInRoom.class)
                .knock(TestAssessment.knock("Tolvan Tolvansson"), door)
                .orElseThrow();
    }

    private <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
