package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.meetings.Conversations;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Profession;

/** R0-1, R0-10: the real socket of a page is closed with a word when sign-in or device are taken back. */
class OpenSocketTests {
    private static final String SARA = "SE2120001132-1001";
    private static final String ADMINISTRATOR = "SE2120001132-1004";
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        house.cast.commission(house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        house.cast.administers(
                house.cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void signing_out_in_one_window_closes_the_call_in_the_other_and_says_why() {
        TestBrowser sara = house.signedIn(SARA);
        TestSocket chair = TestSocket.join(house, sara, letIn(sara, knock(null)));
        sara.post("/logga-ut", Map.of(), "/min-dag");

        await().until(chair::isClosed);
        assertThat(chair.heard).last().isEqualTo("{\"type\":\"closed\",\"reason\":\"signed-out\"}");
    }

    @Test
    void revoking_the_device_closes_the_page_that_waits_on_it() {
        DeviceId device = house.cast.device("iPad 07");
        TestSocket karin = TestSocket.join(house, seat(knock(device)), "/samtal/biljett");
        house.signedIn(ADMINISTRATOR)
                .post("/admin/enheter/" + device + "/sparra", Map.of("why", "Borttappad"), "/admin/enheter");

        await().until(karin::isClosed);
        assertThat(karin.heard).last().isEqualTo("{\"type\":\"closed\",\"reason\":\"revoked\"}");
    }

    @Test
    void a_message_that_the_table_grants_to_others_is_answered_as_a_problem_and_the_socket_stays() {
        TestSocket karin = TestSocket.join(house, seat(knock(null)), "/samtal/biljett");
        karin.says("{\"type\":\"end\"}");

        karin.awaits("{\"type\":\"problem\",\"slug\":\"access/may-not-send\",\"key\":null}");
        karin.says("{\"type\":\"beat\"}");
        karin.awaits("{\"type\":\"beat\"}");
    }

    @Test
    void a_second_join_on_one_socket_changes_nothing_and_the_page_is_lost_with_the_socket() {
        Token seat = knock(null);
        TestSocket karin = TestSocket.join(house, seat(seat), "/samtal/biljett");
        karin.joins("no-ticket-at-all");
        karin.says("{\"type\":\"beat\"}");
        karin.awaits("{\"type\":\"beat\"}");
        assertThat(isPresent(seat)).isTrue();

        karin.abort();
        await().until(() -> !isPresent(seat));
    }

    @Test
    void a_ticket_from_before_the_device_was_revoked_opens_nothing_afterwards() {
        DeviceId device = house.cast.device("iPad 09");
        TestBrowser browser = seat(knock(device));
        var karin = TestSocket.open(house, browser);
        String ticket = TestSocket.ticket(house, browser, "/samtal/biljett");
        house.signedIn(ADMINISTRATOR)
                .post("/admin/enheter/" + device + "/sparra", Map.of("why", "Borttappad"), "/admin/enheter");
        karin.joins(ticket);

        await().until(() -> !karin.heard.isEmpty());
        assertThat(karin.heard).containsExactly("{\"type\":\"closed\",\"reason\":\"expired\"}");
    }

    private static boolean isPresent(Token seat) {
        var unit = bean(Conversations.class).holderOf(seat.hash()).orElseThrow().unit();
        return house.database
                .owner()
                .sql(
                        "select lost_at is null from meetings.connection where retention_unit_id = ? and closed_at is null")
                .param(unit.value())
                .query(Boolean.class)
                .single();
    }

    private static String letIn(TestBrowser sara, Token seat) {
        var conversation =
                bean(Conversations.class).holderOf(seat.hash()).orElseThrow().unit();
        var dropIn = bean(DropIns.class).of(conversation).orElseThrow();
        var answer = sara.post("/vantande/" + dropIn.id() + "/slapp-in", Map.of("informed", "yes"), "/min-dag");
        return TestBrowser.location(answer) + "/biljett";
    }

    private static TestBrowser seat(Token seat) {
        TestBrowser browser = house.browser();
        browser.cookies.put("__Host-seat", seat.text());
        return browser;
    }

    private static Token knock(@Nullable DeviceId device) {
        var receiving = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        var door = new Knock.Door(TestCast.HOME_CARE, device, "Höllviken", null, receiving);
        return bean(DropInRoom.class)
                .knock(TestAssessment.knock("Tolvan Tolvansson"), door)
                .orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
