package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.rights.RightsTable;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.SuitabilityJudgement;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.journal.Duties;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Meetings;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * R0-1, R0-2, R0-36: a professional opens the calls that are theirs. Each route that names a call, a note or somebody who
 * waits refuses everybody else with one and the same answer, which is on record before it is given.
 */
class OthersCallsTests {
    private static final String SARA = "SE2120001132-1001";
    private static final String COLLEAGUE = "SE2120001132-1002";
    private static final String OTHER_UNIT = "SE2120001132-1003";
    private static final String OTHER_PROVIDER = "SE2120001199-2001";
    private static final String ADMINISTRATOR = "SE2120001132-1004";
    private static TestHouse house;
    private static DropIn waiting;
    private static MeetingId going;
    private static DutyId duty;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        register(SARA, "Sara Sjuk", TestCast.NURSES);
        register(COLLEAGUE, "Siv Andersson", TestCast.NURSES);
        register(OTHER_UNIT, "Hilda Hem", TestCast.HOME_CARE);
        register(OTHER_PROVIDER, "Tora Trell", TestCast.ELSEWHERE);
        house.cast.administers(
                house.cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        StaffMember sara = sara();
        waiting = dropIn(knock(null));
        going = admit(sara, dropIn(knock(null)));
        MeetingId ended = admit(sara, dropIn(knock(null)));
        bean(Meetings.class).end(TestCast.VELLINGE, ended, sara.staff());
        duty = bean(Duties.class).of(ended).orElseThrow().id();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Every row of the rights table that names one of them: a new route without the question fails here. */
    static Stream<String> routes() {
        return RightsTable.ofTheProduct().routes().stream()
                .map(RightsTable.Route::toString)
                .filter(route -> route.matches(".*\\{(meeting|duty|dropIn|client)}.*"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void others_are_refused_with_the_same_answer_as_for_what_never_was_and_that_is_on_record(String route) {
        for (String stranger : strangersTo(route)) {
            long before = refusals(stranger);
            HttpResponse<String> refused = ask(house.signedIn(stranger), route, things());
            assertThat(refused.statusCode()).as(route + " for " + stranger).isEqualTo(403);
            assertThat(refused.body()).contains("access/no-relation").doesNotContain("Tolvan", "Karin");
            assertThat(refusals(stranger)).as("on record").isEqualTo(before + 1);
        }
        HttpResponse<String> never = ask(house.signedIn(SARA), route, nothing());
        assertThat(never.statusCode()).isEqualTo(403);
        assertThat(never.body()).contains("access/no-relation");
    }

    /** Otherwise the test above could be passed by a door that is shut for everybody. */
    @ParameterizedTest
    @MethodSource("routes")
    void who_has_the_relation_is_not_refused(String route) {
        String owner = ofTheUnit(route) ? COLLEAGUE : SARA;

        assertThat(ask(house.signedIn(owner), route, things()).statusCode()).isNotEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void an_address_with_something_else_where_an_identifier_stands_leads_nowhere(String route) {
        Map<String, String> typed =
                things().keySet().stream().collect(Collectors.toMap(name -> name, name -> "inget-nummer"));

        HttpResponse<String> answer = ask(house.signedIn(SARA), route, typed);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void the_record_names_who_tried_what_under_which_commission_and_why_not() {
        ask(house.signedIn(COLLEAGUE), "GET /samtal/{meeting}", things());

        assertThat(house.database.owner().sql("""
                                select actor_name, activity, action, object_type, outcome, ground, commission_id is not null as commissioned
                                from audit.event where object_id = ? and outcome = 'REFUSED' and actor_name = 'Siv Andersson'
                                order by id desc limit 1""").param(going.value()).query().singleRow())
                .containsEntry("activity", "READ")
                .containsEntry("object_type", "meeting")
                .containsEntry("ground", "no-relation")
                .containsEntry("commissioned", true);
    }

    /** R0-14: whoever only wrote a line to somebody who waits has not become part of the call. */
    @Test
    void a_colleague_who_wrote_while_they_waited_does_not_come_into_the_call() {
        DropIn dropIn = dropIn(knock(null));
        TestBrowser siv = house.signedIn(COLLEAGUE);
        siv.post("/vantande/" + dropIn.id() + "/text", Map.of("text", "Vi kommer strax"), "/min-dag");
        MeetingId meeting = admit(sara(), dropIn);

        assertThat(siv.get("/samtal/" + meeting).statusCode()).isEqualTo(403);
    }

    /** R0-10: a device that is lost or stolen does not go on, waiting or in a call; the patient's row stays to ring back. */
    @Test
    void revoking_a_device_takes_its_seats_and_leaves_the_row_to_ring_back() {
        DeviceId device = house.cast.device("iPad 07");
        Token waits = knock(device);
        Token inCall = knock(device);
        Token other = knock(house.cast.device("iPad 08"));
        admit(sara(), dropIn(inCall));
        for (Token seat : List.of(waits, inCall, other)) assertThat(call(seat)).isEqualTo(200);
        DropIn row = dropIn(waits);

        house.signedIn(ADMINISTRATOR)
                .post("/admin/enheter/" + device + "/sparra", Map.of("why", "Borttappad"), "/admin/enheter");

        assertThat(call(waits)).isEqualTo(303);
        assertThat(call(inCall)).isEqualTo(303);
        assertThat(call(other)).isEqualTo(200);
        assertThat(bean(DropIns.class).find(TestCast.VELLINGE, row.id()))
                .map(DropIn::state)
                .contains(DropIn.State.WAITING);
    }

    @Test
    void a_copied_cookie_that_is_found_out_takes_the_seats_too() {
        DeviceId device = house.cast.device("iPad 09");
        Token seat = knock(device);
        Token old = Token.fresh();
        house.database
                .owner()
                .sql("insert into organisation.retired_device_token values (?, ?, now())")
                .params(old.hash(), device.value())
                .update();
        TestBrowser thief = house.browser();
        thief.cookies.put("__Host-device", old.text());
        thief.get("/");

        assertThat(call(seat)).isEqualTo(303);
    }

    private static List<String> strangersTo(String route) {
        return ofTheUnit(route) ? List.of(OTHER_UNIT, OTHER_PROVIDER) : List.of(COLLEAGUE, OTHER_UNIT, OTHER_PROVIDER);
    }

    /** Whoever works at the unit has the relation, not only whose call it was. */
    private static boolean ofTheUnit(String route) {
        return route.contains("{dropIn}") || route.contains("{client}");
    }

    private static HttpResponse<String> ask(TestBrowser browser, String route, Map<String, String> values) {
        String path = route.substring(route.indexOf(' ') + 1);
        for (var value : values.entrySet()) path = path.replace("{" + value.getKey() + "}", value.getValue());
        if (route.startsWith("GET")) return browser.get(path, "Accept", "application/json");
        Map<String, String> form = new LinkedHashMap<>(Map.of("_csrf", formToken(browser)));
        return browser.raw(path, form, "Origin", house.origin(), "Accept", "application/json");
    }

    private static String formToken(TestBrowser browser) {
        return browser.get("/min-dag").body().replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
    }

    private static Map<String, String> things() {
        return Map.of(
                "meeting",
                going.toString(),
                "duty",
                duty.toString(),
                "picture",
                UUID.randomUUID().toString(),
                "dropIn",
                waiting.id().toString(),
                "client",
                waiting.client().toString());
    }

    private static Map<String, String> nothing() {
        String none = UUID.randomUUID().toString();
        return Map.of("meeting", none, "duty", none, "picture", none, "dropIn", none, "client", none);
    }

    private static long refusals(String hsaId) {
        return house.database.owner().sql("""
                        select count(*) from audit.event e join organisation.staff s on s.id = e.actor_id
                        where s.hsa_id = ? and e.outcome = 'REFUSED' and e.ground = 'no-relation'""").param(hsaId).query(Long.class).single();
    }

    private static int call(Token seat) {
        TestBrowser browser = house.browser();
        browser.cookies.put("__Host-seat", seat.text());
        return browser.get("/samtal").statusCode();
    }

    private static void register(String hsaId, String name, CareUnitId unit) {
        house.cast.commission(house.cast.staff(hsaId, name, Profession.NURSE), unit, TestCast.CARE);
    }

    private static Token knock(@Nullable DeviceId device) {
        var receiving = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        var door = new Knock.Door(TestCast.HOME_CARE, device, "Höllviken", null, receiving);
        return bean(DropInRoom.class)
                .knock(TestAssessment.knock("Tolvan Tolvansson"), door)
                .orElseThrow();
    }

    private static DropIn dropIn(Token seat) {
        RetentionUnitId conversation =
                bean(Conversations.class).holderOf(seat.hash()).orElseThrow().unit();
        return bean(DropIns.class).of(conversation).orElseThrow();
    }

    private static MeetingId admit(StaffMember by, DropIn dropIn) {
        return bean(SuitabilityJudgement.class).admit(by, dropIn.id(), TestAssessment.informed());
    }

    private static StaffMember sara() {
        StaffId id = new StaffId(house.database
                .owner()
                .sql("select id from organisation.staff where hsa_id = ?")
                .param(SARA)
                .query(UUID.class)
                .single());
        StaffMember nurse = TestCast.nurse();
        return new StaffMember(
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

    private static <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
