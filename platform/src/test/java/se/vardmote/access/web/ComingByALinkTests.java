package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;
import static se.vardmote.access.web.TestBrowser.setCookie;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestRole;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.planned.Invite;
import se.vardmote.assessment.planned.Inviting;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.assessment.planned.PlannedCalls;
import se.vardmote.assessment.planned.Planning;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.notifications.Recipient;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.SeatId;
import tools.jackson.databind.json.JsonMapper;

/**
 * A patient or a relative opens the link that was sent to them (issue 4; B58; architecture: 128 bits, GET consumes nothing, a button posts for
 * a cookie and the address bar is cleaned, dead when the meeting has ended).
 */
class ComingByALinkTests {
    private static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";
    private static final String NUMBER = "https://id.oidc.se/claim/personalIdentityNumber";
    private static final String TOLVAN = "191212121212";
    private static final String MARIA = "196101182803";
    private static final String OVER = "Länken gäller inte";
    private static final BlockingQueue<String> TEXTS = new LinkedBlockingQueue<>();
    private static HttpServer telephone;
    private static TestHouse house;
    private static StaffMember nurse;

    @BeforeAll
    static void open() throws IOException {
        telephone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        telephone.createContext("/sms", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            TEXTS.add(String.valueOf(
                    JsonMapper.shared().readValue(body, Map.class).get("text")));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        telephone.start();
        house = new TestHouse(
                "vardmote.sms.endpoint=http://127.0.0.1:"
                        + telephone.getAddress().getPort() + "/sms",
                "vardmote.sms.token=a-token-of-the-test");
        nurse = TestCast.as(house.cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE));
    }

    @AfterAll
    static void close() {
        house.close();
        telephone.stop(0);
    }

    @AfterEach
    void honestAgain() {
        house.provider.spoil = FakeIdentityProvider.Spoil.NOTHING;
        house.provider.claims.clear();
    }

    /** A link that somebody has, to a call in ten minutes. */
    private record Link(PlannedCall call, GuestLinkId id, String path) {}

    @Test
    void the_link_shows_the_time_and_nothing_else_and_looking_uses_nothing_up() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var browser = house.browser();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> page = browser.get(link.path());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(
                            "Ditt videomöte", "<time datetime=\"" + link.call().at())
                    .doesNotContain("Tolvan", "Sara", "Kommunsjuk", "Karin", "Höllviken", "1212", "räning", "070-");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(browser.cookies).doesNotContainKeys("__Host-guest", "__Host-seat");
        assertThat(opens(link).statusCode()).isEqualTo(200);
    }

    @Test
    void a_press_turns_it_into_a_cookie_and_the_address_is_clean_from_then_on() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var browser = house.browser();
        HttpResponse<String> pressed = press(browser, link);
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(location(pressed)).isEqualTo("/mote");
        assertThat(setCookie(pressed, "__Host-guest")).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.cookie("__Host-guest")).doesNotContain(token(link));
        assertThat(browser.get("/mote").body())
                .contains("E-legitimation", "Få en kod med sms", "utan att visa vem du är")
                .doesNotContain("Tolvan", "Sara", "Kommunsjuk", token(link));
    }

    @Test
    void wrong_revoked_and_over_are_one_and_the_same_page() {
        Link revoked = link(GuestAssurance.NOT_IDENTIFIED);
        bean(Inviting.class).revoke(nurse, revoked.call().id(), revoked.id());
        Link cancelled = link(GuestAssurance.NOT_IDENTIFIED);
        bean(Planning.class).cancel(nurse, cancelled.call().id(), false);
        var browser = house.browser();
        String wrong = browser.get("/m/AAAAAAAAAAAAAAAAAAAAAA").body();
        for (String path : List.of("/m/x", revoked.path(), cancelled.path(), "/m/" + "A".repeat(4000))) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(page.body()).contains(OVER);
            assertThat(main(page.body())).isEqualTo(main(wrong));
        }
        assertThat(press(browser, revoked).statusCode()).isEqualTo(410);
        assertThat(browser.cookies).doesNotContainKey("__Host-guest");
    }

    @Test
    void a_browser_that_has_opened_a_link_goes_no_further_once_it_is_taken_back() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var browser = opened(link);
        bean(Inviting.class).revoke(nurse, link.call().id(), link.id());
        assertThat(location(browser.get("/mote"))).isEqualTo("/kallelse");
        assertThat(browser.raw("/mote/utan", Map.of(), "Origin", house.origin()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void another_site_cannot_press_for_somebody() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var browser = house.browser();
        browser.get(link.path());
        HttpResponse<String> forged =
                browser.raw("/m", Map.of("lank", token(link)), "Origin", "https://elsewhere.example");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.cookies).doesNotContainKey("__Host-guest");
    }

    @Test
    void the_patients_own_e_id_leads_straight_to_the_lobby() {
        Link link = link(GuestAssurance.E_ID);
        var browser = opened(link);
        HttpResponse<String> in = eId(browser, TOLVAN, "Tolvan Tolvansson");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/samtal");
        assertThat(browser.cookies).containsKey("__Host-seat").doesNotContainKeys("__Host-guest", "__Host-e-id");
        assertThat(people(link))
                .extracting(Participant::name, Participant::identification)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Tolvan Tolvansson", Identification.E_ID));
        assertThat(browser.get("/samtal").body())
                .contains("e-legitimation")
                .as("why they meet is not told to whom nobody has let in")
                .doesNotContain("Träning");
    }

    @Test
    void the_provider_is_asked_for_level_three_with_state_nonce_and_code_challenge() {
        var browser = opened(link(GuestAssurance.E_ID));
        String asked = URI.create(location(browser.get("/mote/e-legitimation"))).getQuery();
        assertThat(asked)
                .contains("state=", "nonce=", "code_challenge_method=S256", "acr_values=" + LOA3, "eidas-sub")
                .contains("prompt=login")
                .contains("redirect_uri=" + house.origin() + "/mote/e-legitimation/svar");
    }

    @Test
    void somebody_elses_e_id_is_not_let_in_as_the_patient_and_nothing_is_revealed() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var browser = opened(link);
        HttpResponse<String> refused = eId(browser, MARIA, "Maria Provberg");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("någon annan än den som legitimerade sig")
                .doesNotContain("Tolvan", "1212", "Sara", "Maria", "1961");
        assertThat(browser.cookies).doesNotContainKey("__Host-seat");
        assertThat(there(link)).isFalse();
        assertThat(refusals()).endsWith("not-the-patient");
    }

    @Test
    void a_relative_comes_in_by_the_name_of_their_e_id() {
        Link link = relative();
        var browser = opened(link);
        assertThat(location(eId(browser, MARIA, "Maria Provberg"))).isEqualTo("/samtal");
        assertThat(people(link)).extracting(Participant::name).containsExactly("Maria Provberg");
    }

    @Test
    void somebody_from_another_country_without_a_number_comes_to_the_lobby() {
        Link link = link(GuestAssurance.E_ID);
        var browser = opened(link);
        house.provider.claims.put("https://id.swedenconnect.se/claim/prid", "DK:1");
        house.provider.claims.put("given_name", "Jens");
        house.provider.claims.put("family_name", "Prøvesen");
        HttpResponse<String> in = answer(browser, "http://id.elegnamnden.se/loa/1.0/eidas-sub");
        assertThat(location(in)).isEqualTo("/samtal");
        assertThat(people(link)).extracting(Participant::name).containsExactly("Jens Prøvesen");
    }

    @Test
    void too_low_a_level_is_not_enough() {
        Link link = link(GuestAssurance.E_ID);
        var browser = opened(link);
        house.provider.claims.put(NUMBER, TOLVAN);
        house.provider.claims.put("name", "Tolvan");
        assertThat(answer(browser, "http://id.elegnamnden.se/loa/1.0/loa2").body())
                .contains("räcker inte hit");
        assertThat(there(link)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void an_id_token_that_does_not_hold_lets_nobody_in(FakeIdentityProvider.Spoil spoil) {
        Link link = link(GuestAssurance.E_ID);
        var browser = opened(link);
        house.provider.spoil = spoil;
        assertThat(eId(browser, TOLVAN, "Tolvan").body()).contains("gick inte fram");
        assertThat(browser.cookies).doesNotContainKey("__Host-seat");
        assertThat(there(link)).isFalse();
    }

    @Test
    void an_answer_counts_once_in_one_browser_for_one_visit() {
        Link link = link(GuestAssurance.E_ID);
        var browser = opened(link);
        URI back = approved(browser, TOLVAN, "Tolvan");
        Map<String, String> before = new HashMap<>(browser.cookies);

        var other = opened(link);
        other.get("/mote/e-legitimation");
        assertThat(other.get(back.toString()).body()).as("in another browser").contains("tog för lång tid");

        // The same browser, gone on with another link meanwhile.
        var elsewhere = house.browser();
        elsewhere.cookies.putAll(before);
        press(elsewhere, relative());
        assertThat(elsewhere.get(back.toString()).body())
                .as("for another visit")
                .contains("tog för lång tid");

        browser.cookies.clear();
        browser.cookies.putAll(before);
        assertThat(browser.get(back.toString()).body()).as("used up").contains("tog för lång tid");
        assertThat(there(link)).isFalse();
    }

    @Test
    void a_cookie_from_before_somebody_was_known_opens_nothing_afterwards() {
        Link link = link(GuestAssurance.E_ID);
        var browser = opened(link);
        String planted = browser.cookie("__Host-guest");
        eId(browser, TOLVAN, "Tolvan");
        assertThat(browser.cookie("__Host-seat")).isNotEqualTo(planted);
        var attacker = house.browser();
        attacker.cookies.put("__Host-guest", planted);
        attacker.cookies.put("__Host-seat", planted);
        assertThat(location(attacker.get("/mote"))).isEqualTo("/kallelse");
        assertThat(location(attacker.get("/samtal"))).startsWith("/hej-da");
    }

    @Test
    void a_seat_from_before_somebody_was_known_opens_nothing_afterwards() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var attacker = opened(link);
        attacker.post("/mote/utan", Map.of(), "/mote");
        String planted = attacker.cookie("__Host-seat");
        assertThat(attacker.get("/samtal").statusCode()).isEqualTo(200);

        var patient = opened(link);
        assertThat(location(eId(patient, TOLVAN, "Tolvan Tolvansson"))).isEqualTo("/samtal");
        assertThat(people(link)).extracting(Participant::identification).containsExactly(Identification.E_ID);
        assertThat(patient.get("/samtal").statusCode()).isEqualTo(200);
        attacker.cookies.put("__Host-seat", planted);
        assertThat(location(attacker.get("/samtal"))).startsWith("/hej-da");
        assertThat(attacker.raw("/samtal/biljett", Map.of(), "Origin", house.origin())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoever_comes_again_without_proof_has_a_seat_of_their_own_and_the_earlier_one_is_closed() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var first = opened(link);
        first.post("/mote/utan", Map.of(), "/mote");
        var second = opened(link);
        second.post("/mote/utan", Map.of(), "/mote");
        assertThat(second.get("/samtal").statusCode()).isEqualTo(200);
        assertThat(location(first.get("/samtal"))).startsWith("/hej-da");
        assertThat(people(link)).hasSize(1);
    }

    @Test
    void the_same_e_id_has_the_seat_back_and_one_of_the_same_name_does_not() {
        Link link = relative();
        var maria = opened(link);
        eId(maria, MARIA, "Maria Provberg");
        SeatId seat = people(link).getFirst().seat();

        var again = opened(link);
        assertThat(location(eId(again, MARIA, "Maria Provberg"))).isEqualTo("/samtal");
        assertThat(people(link)).extracting(Participant::seat).containsExactly(seat);
        assertThat(maria.get("/samtal").statusCode()).isEqualTo(200);

        var namesake = opened(link);
        HttpResponse<String> refused = eId(namesake, TOLVAN, "Maria Provberg");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(namesake.cookies).doesNotContainKey("__Host-seat");
        assertThat(refusals()).endsWith("as-before");
        assertThat(people(link)).extracting(Participant::seat).containsExactly(seat);
    }

    @Test
    void who_shows_nothing_lasting_waits_anew_though_the_name_is_the_same() {
        Link link = relative();
        for (int i = 0; i < 2; i++) {
            house.provider.claims.put("https://id.swedenconnect.se/claim/prid", "DK:" + i);
            house.provider.claims.put("name", "Jens Provesen");
            assertThat(location(answer(opened(link), "http://id.elegnamnden.se/loa/1.0/eidas-sub")))
                    .isEqualTo("/samtal");
        }
        assertThat(house.database
                        .owner()
                        .sql("select count(*) from meetings.seat where guest_link_id = ?")
                        .params(link.id().value())
                        .query(Integer.class)
                        .single())
                .as("seats, the first of them closed")
                .isEqualTo(2);
    }

    @Test
    void the_answer_of_a_guest_signs_no_staff_in() {
        var browser = opened(link(GuestAssurance.E_ID));
        URI back = approved(browser, TOLVAN, "Tolvan");
        browser.cookies.put("__Host-sign-in", browser.cookie("__Host-e-id"));
        browser.get(back.toString().replace("/mote/e-legitimation/svar", "/logga-in/svar"));
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void a_code_comes_by_text_message_and_leads_to_the_lobby_as_one_factor() throws Exception {
        Link link = link(GuestAssurance.ONE_TIME_CODE);
        var browser = opened(link);
        assertThat(location(browser.post("/mote/kod", Map.of(), "/mote"))).isEqualTo("/mote/kod");
        String code = code();
        HttpResponse<String> in = browser.post("/mote/kod/svar", Map.of("code", code), "/mote/kod");
        assertThat(location(in)).isEqualTo("/samtal");
        assertThat(people(link)).extracting(Participant::identification).containsExactly(Identification.ONE_TIME_CODE);
        assertThat(browser.get("/samtal").body())
                .contains("engångskod")
                .doesNotContain("e-legitimation", "starkt", "två faktorer");
    }

    @Test
    void the_link_and_a_code_are_not_enough_where_an_e_id_is_asked_for() {
        Link link = link(GuestAssurance.E_ID);
        var browser = opened(link);
        assertThat(browser.get("/mote").body())
                .contains("data-way=\"e-id\"")
                .doesNotContain("data-way=\"code\"", "data-way=\"read-out\"", "data-way=\"none\"");
        assertThat(browser.post("/mote/kod", Map.of(), "/mote/kod").statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/mote/utan", Map.of(), "/mote/kod").body()).contains("kräver e-legitimation");
        assertThat(there(link)).isFalse();
    }

    @Test
    void three_codes_an_hour_and_five_tries_a_code() throws Exception {
        Link link = link(GuestAssurance.ONE_TIME_CODE);
        var browser = opened(link);
        browser.post("/mote/kod", Map.of(), "/mote");
        String code = code();
        String wrong = "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer = browser.post("/mote/kod/svar", Map.of("code", wrong), "/mote/kod");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Koden stämmer inte");
        }
        assertThat(browser.post("/mote/kod/svar", Map.of("code", wrong), "/mote/kod")
                        .body())
                .contains("För många fel");
        assertThat(browser.post("/mote/kod/svar", Map.of("code", code), "/mote/kod")
                        .body())
                .contains("För många fel");
        browser.post("/mote/kod", Map.of(), "/mote");
        code();
        browser.post("/mote/kod", Map.of(), "/mote");
        String last = code();
        HttpResponse<String> fourth = browser.post("/mote/kod", Map.of(), "/mote");
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(fourth.body()).contains("Tre koder på en timme");
        assertThat(TEXTS.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(location(browser.post("/mote/kod/svar", Map.of("code", last), "/mote/kod")))
                .as("the right one passes all the same")
                .isEqualTo("/samtal");
    }

    @Test
    void a_missing_code_is_said_at_its_field() {
        HttpResponse<String> answer =
                opened(link(GuestAssurance.ONE_TIME_CODE)).post("/mote/kod/svar", Map.of("code", " "), "/mote/kod");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Skriv de sex siffrorna", "aria-invalid=\"true\"");
    }

    @Test
    void who_has_neither_goes_to_the_lobby_as_not_identified() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED);
        var browser = opened(link);
        assertThat(location(browser.post("/mote/utan", Map.of(), "/mote"))).isEqualTo("/samtal");
        assertThat(browser.get("/samtal").body()).contains("inte identifierad").doesNotContain("Träning");
    }

    @Test
    void before_the_lobby_opens_the_page_says_when() {
        Link link = link(GuestAssurance.NOT_IDENTIFIED, Duration.ofMinutes(45));
        var browser = opened(link);
        assertThat(browser.get("/mote").body()).contains("Väntrummet öppnar").doesNotContain("data-way");
        assertThat(browser.get("/mote/e-legitimation").body()).contains("inte öppet");
        assertThat(browser.post("/mote/utan", Map.of(), "/mote/kod").body()).contains("inte öppet");
        assertThat(there(link)).isFalse();
    }

    @Test
    void neither_link_nor_code_nor_number_is_written_to_a_log_by_accident() throws Exception {
        Link link = link(GuestAssurance.ONE_TIME_CODE);
        assertThat(bean(se.vardmote.access.GuestLinks.class)
                        .opens(se.vardmote.access.LinkToken.parse(token(link)).orElseThrow())
                        .toString())
                .doesNotContain(token(link));
        assertThat(se.vardmote.access.LinkToken.parse(token(link)).toString()).doesNotContain(token(link));
        assertThat(Recipient.parse("070-174 06 11").orElseThrow().toString()).doesNotContain("70174");
    }

    private static Link link(GuestAssurance least) {
        return link(least, Duration.ofMinutes(10));
    }

    private static Link link(GuestAssurance least, Duration until) {
        Recipient phone = Recipient.parse("070-174 06 11").orElseThrow();
        return link(new Invite(GuestRole.PATIENT, least, null, phone, false), until);
    }

    private static Link relative() {
        var name = new PersonName("Dottern");
        return link(
                new Invite(GuestRole.RELATIVE, GuestAssurance.NOT_IDENTIFIED, name, null, false),
                Duration.ofMinutes(10));
    }

    private static Link link(Invite invite, Duration until) {
        Instant at = house.clock().instant().plus(until);
        PlannedCallId call = bean(Planning.class).plan(nurse, TestPlanning.plan(at));
        GuestLinkId link = bean(Inviting.class).invite(nurse, call, invite);
        String address = bean(Inviting.class).copy(nurse, call, link);
        assertThat(address).startsWith(house.origin() + "/m/");
        return new Link(
                bean(PlannedCalls.class).find(TestCast.VELLINGE, call).orElseThrow(),
                link,
                address.substring(house.origin().length()));
    }

    private static String token(Link link) {
        return link.path().substring("/m/".length());
    }

    private static HttpResponse<String> press(TestBrowser browser, Link link) {
        browser.get(link.path());
        return browser.post("/m", Map.of("lank", token(link)), "/fungerar-inte");
    }

    private static TestBrowser opened(Link link) {
        var browser = house.browser();
        assertThat(press(browser, link).statusCode()).isEqualTo(303);
        return browser;
    }

    private static HttpResponse<String> opens(Link link) {
        return opened(link).get("/mote");
    }

    private static URI approved(TestBrowser browser, String number, String name) {
        house.provider.claims.put(NUMBER, number);
        house.provider.claims.put("name", name);
        return house.provider.approve(URI.create(location(browser.get("/mote/e-legitimation"))), "subject", LOA3);
    }

    private static HttpResponse<String> eId(TestBrowser browser, String number, String name) {
        return browser.get(approved(browser, number, name).toString());
    }

    private static HttpResponse<String> answer(TestBrowser browser, String level) {
        URI asked = URI.create(location(browser.get("/mote/e-legitimation")));
        return browser.get(house.provider.approve(asked, "subject", level).toString());
    }

    private static String code() throws InterruptedException {
        String text = TEXTS.poll(10, TimeUnit.SECONDS);
        assertThat(text).matches("Din kod är [0-9]{6}\\..*");
        return text.replaceAll("\\D*([0-9]{6}).*", "$1");
    }

    private static boolean there(Link link) {
        return bean(DropIns.class).of(link.call().conversation()).isPresent();
    }

    private static List<Participant> people(Link link) {
        return bean(Participants.class).of(link.call().conversation());
    }

    private static List<String> refusals() {
        return house.database
                .owner()
                .sql("select ground from audit.event where outcome = 'REFUSED' and actor_kind = 'GUEST' order by id")
                .query(String.class)
                .list();
    }

    private static String main(String page) {
        var main = Pattern.compile("(?s)<main.*</main>").matcher(page);
        return main.find() ? main.group() : "";
    }

    private static <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
