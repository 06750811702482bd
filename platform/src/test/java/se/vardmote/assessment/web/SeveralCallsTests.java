package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.SuitabilityJudgement;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.journal.Duties;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Emergencies;
import se.vardmote.meetings.Invitations;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Parking;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.PatientPlace;
import se.vardmote.meetings.PatientPlaces;
import se.vardmote.meetings.TestColleagues;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;

/** R0-2, R0-18, R0-61: what a professional is told of other calls, in a call, on the day and on a screen that is locked. */
@Tag("R0-2")
@Tag("R0-18")
@Tag("R0-61")
class SeveralCallsTests {
    private static final TestHouse house = new TestHouse();
    private static final TestColleagues colleagues = new TestColleagues(house.cast, house.database);
    private final StaffMember sara = colleagues.at(TestCast.NURSES, "Sara Sjuk", Profession.NURSE);
    private final StaffMember alva = colleagues.at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST);
    private final TestBrowser saras = house.signedIn(sara.hsaId().value());
    private final TestBrowser alvas = house.signedIn(alva.hsaId().value());

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void nobodyWaits() {
        house.database
                .owner()
                .sql("update assessment.drop_in set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
    }

    @Test
    void in_a_call_one_sees_from_where_and_why_somebody_waits_but_not_who_and_nothing_is_read() {
        saras.post("/min-dag/tjanst", Map.of("on", "true"), "/min-dag");
        long reads = reads(sara);
        var stream = new Heard(saras, "/min-dag/knackningar");
        await().until(() -> stream.text().contains("\"waiting\":[]"));
        knocks();
        await().until(() -> stream.text().contains("Hemtjänst Höllviken"));
        assertThat(stream.text())
                .contains("\"reason\":\"Fall\"", "\"sounds\":true", "\"volume\":60")
                .doesNotContain("Tolvan", "Karin", "070");
        assertThat(reads(sara)).isEqualTo(reads);
    }

    /** R1-11: others may see the screen of whoever is in a call, so it says that there is an emergency and not whose. */
    @Test
    @Tag("R1-11")
    void in_a_call_one_is_told_of_an_emergency_in_another_but_not_whose_and_nothing_is_read() {
        StaffMember disa = colleagues.at(TestCast.NURSES, "Disa Holmqvist", Profession.NURSE);
        TestBrowser disas = house.signedIn(disa.hsaId().value());
        DropIn dropIn = knocks();
        MeetingId meeting = bean(SuitabilityJudgement.class).admit(disa, dropIn.id(), TestAssessment.informed());
        saras.post("/min-dag/tjanst", Map.of("on", "true"), "/min-dag");
        long reads = reads(sara);
        var day = new Heard(disas, "/min-dag/handelser");
        var stream = new Heard(saras, "/min-dag/knackningar");
        var own = new Heard(disas, "/min-dag/knackningar");
        await().until(() -> stream.text().contains("\"acute\":[]"));
        UUID key = press(dropIn);
        await().until(() -> stream.text().contains("\"key\":\"" + key));
        assertThat(stream.text())
                .contains("\"unit\":\"Hemtjänst Höllviken\",\"since\"", "\"sounds\":true")
                .doesNotContain("event:acute", "Tolvan", "Karin", "070", "Storgatan");
        assertThat(reads(sara)).isEqualTo(reads);
        await().until(() -> day.text().contains("Storgatan 1"));
        assertThat(own.text()).as("who is in it sees it there").doesNotContain(key.toString());

        bean(Parking.class).park(now(meeting), disa.staff());
        var next = new Heard(disas, "/min-dag/knackningar");
        await().until(() -> next.text().contains(key.toString()));
        bean(Meetings.class).end(TestCast.VELLINGE, meeting, disa.staff());
    }

    /** Karin says where the patient is, and presses. */
    private static UUID press(DropIn dropIn) {
        var karin =
                bean(Participants.class).of(dropIn.conversation()).getFirst().id();
        UUID key = UUID.randomUUID();
        bean(PatientPlaces.class).write(dropIn.conversation(), karin, PatientPlace.Part.ADDRESS, "Storgatan 1");
        bean(Emergencies.class).press(dropIn.conversation(), karin, key);
        return key;
    }

    @Test
    void a_ready_sentence_from_a_call_reaches_the_one_who_waits_and_is_on_record() {
        DropIn waiting = knocks();
        HttpResponse<String> sent =
                json(saras, "/vantande/" + waiting.id() + "/text", Map.of("text", "Jag kommer om några minuter."));
        assertThat(sent.statusCode()).isEqualTo(204);
        assertThat(recorded(sara, "say")).isEqualTo(1);
        assertThat(json(alvas, "/vantande/" + waiting.id() + "/text", Map.of("text", "Hej"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_parked_call_stands_on_the_day_with_its_name_which_is_on_record_and_is_resumed_by_one_press() {
        DropIn dropIn = knocks();
        MeetingId meeting = admit(dropIn);
        bean(Parking.class).park(now(meeting), sara.staff());
        long reads = reads(sara);
        assertThat(saras.get("/min-dag").body()).contains("data-parked=\"" + meeting + "\"", "Tolvan Tolvansson");
        assertThat(reads(sara)).isGreaterThan(reads);
        assertThat(TestBrowser.location(saras.get("/samtal/" + meeting))).endsWith("/min-dag");
        assertThat(now(meeting).parked()).isTrue();

        HttpResponse<String> resumed = saras.post("/samtal/" + meeting + "/ateruppta", Map.of(), "/min-dag");
        assertThat(TestBrowser.location(resumed)).endsWith("/samtal/" + meeting);
        assertThat(now(meeting).parked()).isFalse();
        assertThat(saras.get("/min-dag").body()).doesNotContain("data-parked");
    }

    @Test
    void a_colleague_at_the_same_unit_does_not_see_what_another_has_parked() {
        MeetingId meeting = admit(knocks());
        bean(Parking.class).park(now(meeting), sara.staff());
        StaffMember disa = colleagues.at(TestCast.NURSES, "Disa Holmqvist", Profession.NURSE);
        TestBrowser disas = house.signedIn(disa.hsaId().value());
        assertThat(disas.get("/min-dag").body()).doesNotContain("data-parked");
        assertThat(disas.post("/samtal/" + meeting + "/ateruppta", Map.of(), "/min-dag")
                        .statusCode())
                .isEqualTo(403);
        assertThat(now(meeting).parked()).isTrue();
    }

    @Test
    void the_one_who_leads_a_call_finds_licensed_colleagues_of_other_units_and_care_providers_and_asks_one_in() {
        MeetingId meeting = admit(knocks());
        String own = saras.get("/samtal/" + meeting + "/kollegor", "Accept", "application/json")
                .body();
        assertThat(own)
                .contains("Kommunsjuksköterskorna", "Hemtjänst Trelleborg")
                .doesNotContain("\"name\":\"Sara Sjuk\",\"profession\":\"NURSE\",\"staff\":\"" + sara.staff());
        String there = saras.get(
                        "/samtal/" + meeting + "/kollegor?enhet=" + TestCast.ELSEWHERE, "Accept", "application/json")
                .body();
        assertThat(there).contains("Alva Brink", "PHYSIOTHERAPIST", alva.staff().toString());

        var day = new Heard(alvas, "/min-dag/handelser");
        await().until(() -> day.text().contains("event:calls"));
        assertThat(ask(meeting).statusCode()).isEqualTo(204);
        await().until(() -> day.text().contains("Sara Sjuk ber dig komma in i ett samtal"));
        assertThat(day.text()).contains("Fall", "Kommunsjuksköterskorna").doesNotContain("Tolvan");
        assertThat(alvas.get("/samtal/" + meeting).statusCode())
                .as("to be asked opens nothing")
                .isEqualTo(403);

        HttpResponse<String> in = alvas.post("/samtal/" + meeting + "/ga-in", Map.of(), "/min-dag");
        assertThat(TestBrowser.location(in)).endsWith("/samtal/" + meeting);
        assertThat(alvas.get("/samtal/" + meeting).body()).contains("Tolvan Tolvansson");
        assertThat(house.database
                        .owner()
                        .sql("select care_provider_id from audit.event where actor_id = ? and action = 'come-in'")
                        .param(alva.staff().value())
                        .query(UUID.class)
                        .single())
                .as("on record where the call is held")
                .isEqualTo(TestCast.VELLINGE.value());
        assertThat(TestBrowser.location(alvas.get("/samtal/" + meeting + "/anteckning")))
                .contains("/anteckning/");
        assertThat(alvas.get(TestBrowser.location(alvas.get("/samtal/" + meeting + "/anteckning")))
                        .body())
                .contains("Tolvan Tolvansson");
    }

    @Test
    void who_cannot_now_is_no_longer_asked_and_who_asks_sees_it() {
        MeetingId meeting = admit(knocks());
        ask(meeting);
        alvas.post("/samtal/" + meeting + "/kan-inte-nu", Map.of(), "/min-dag");
        assertThat(alvas.get("/min-dag").body()).doesNotContain("data-asked");
        assertThat(bean(Invitations.class).of(meeting)).singleElement().matches(Invitations.Asked::notNow);
        HttpResponse<String> late = alvas.post("/samtal/" + meeting + "/ga-in", Map.of(), "/min-dag");
        assertThat(TestBrowser.location(late)).endsWith("/min-dag?hande=call-over");
        assertThat(alvas.get("/samtal/" + meeting).statusCode()).isEqualTo(403);
    }

    @Test
    void the_print_of_the_contact_tells_who_came_in_and_who_took_over_and_another_care_provider_prints_no_texts() {
        DropIn dropIn = knocks();
        MeetingId meeting = admit(dropIn);
        json(saras, "/vantande/" + dropIn.id() + "/text", Map.of("text", "Jag kommer."));
        ask(meeting, true);
        alvas.post("/samtal/" + meeting + "/ga-in", Map.of(), "/min-dag");
        bean(Meetings.class).end(TestCast.VELLINGE, meeting, alva.staff());
        for (var printed :
                List.of(print(saras, meeting, TestCast.VELLINGE), print(alvas, meeting, TestCast.TRELLEBORG)))
            assertThat(printed)
                    .contains(
                            "Alva Brink kom in i samtalet från Hemtjänst Trelleborg",
                            "Sara Sjuk lämnade över samtalet till Alva Brink");
        assertThat(print(saras, meeting, TestCast.VELLINGE)).contains("knackade");
        assertThat(print(alvas, meeting, TestCast.TRELLEBORG)).doesNotContain("knackade");
    }

    private static String print(TestBrowser browser, MeetingId meeting, CareProviderId careProvider) {
        var duty = bean(Duties.class).of(meeting, careProvider).orElseThrow();
        return browser.get("/anteckning/" + duty.id() + "/kontakten").body();
    }

    @Test
    void a_locked_screen_hears_that_somebody_waits_and_nothing_else_until_somebody_signs_in() {
        assertThat(signal(saras).body()).isEqualTo("{\"waits\":false,\"signedIn\":true}");
        house.clock().pass(Duration.ofMinutes(61));
        TestBrowser fresh = house.signedIn(sara.hsaId().value());
        assertThat(signal(saras).body()).isEqualTo("{\"waits\":false,\"signedIn\":false}");
        knocks();
        assertThat(signal(saras).body()).isEqualTo("{\"waits\":true,\"signedIn\":false}");
        assertThat(signal(alvas).body()).as("at another unit").contains("\"waits\":false");
        assertThat(saras.get("/min-dag").statusCode()).isEqualTo(303);
        assertThat(saras.get("/min-dag/knackningar", "Accept", "text/event-stream")
                        .statusCode())
                .isEqualTo(401);
        assertThat(signal(house.browser()).statusCode()).isEqualTo(401);
        assertThat(signal(fresh).body()).contains("\"signedIn\":true");
    }

    private HttpResponse<String> signal(TestBrowser browser) {
        return browser.get("/min-dag/vantar", "Accept", "application/json");
    }

    private HttpResponse<String> ask(MeetingId meeting) {
        return ask(meeting, false);
    }

    private HttpResponse<String> ask(MeetingId meeting, boolean takeOver) {
        return json(
                saras,
                "/samtal/" + meeting + "/kollegor",
                Map.of(
                        "kollega",
                        alva.staff().toString(),
                        "enhet",
                        TestCast.ELSEWHERE.toString(),
                        "taOver",
                        String.valueOf(takeOver)));
    }

    private static HttpResponse<String> json(TestBrowser browser, String path, Map<String, String> fields) {
        String token = browser.get("/min-dag").body().replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return browser.raw(path, all, "Origin", house.origin(), "Accept", "application/json");
    }

    private DropIn knocks() {
        var receiving = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        var seat = bean(DropInRoom.class)
                .knock(
                        TestAssessment.knock("Tolvan Tolvansson"),
                        new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving))
                .orElseThrow();
        return bean(DropIns.class)
                .of(bean(Conversations.class)
                        .holderOf(seat.hash())
                        .orElseThrow()
                        .unit())
                .orElseThrow();
    }

    private MeetingId admit(DropIn dropIn) {
        return bean(SuitabilityJudgement.class).admit(sara, dropIn.id(), TestAssessment.informed());
    }

    private static Meeting now(MeetingId meeting) {
        return bean(Meetings.class).find(meeting).orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }

    private static long reads(StaffMember who) {
        return recorded(who, "list");
    }

    private static long recorded(StaffMember who, String action) {
        return house.database
                .owner()
                .sql("select count(*) from audit.event where actor_id = ? and action = ? and outcome = 'ALLOWED'")
                .params(who.staff().value(), action)
                .query(Long.class)
                .single();
    }

    /** What came over one stream. */
    private static final class Heard {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        private Heard(TestBrowser browser, String path) {
            var answer = browser.stream(path);
            Thread.ofVirtual().start(() -> answer.body().forEach(lines::add));
        }

        private String text() {
            return String.join("\n", lines);
        }
    }
}
