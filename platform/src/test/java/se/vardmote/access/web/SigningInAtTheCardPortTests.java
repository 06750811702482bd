package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.net.http.HttpResponse;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-55, R4-291: staff sign in with the card in this computer, by a handshake at a port that shows nothing else. */
class SigningInAtTheCardPortTests {
    private static final String NURSE = "SE2120001132-1001";
    private static final String TWO_UNITS = "SE2120001132-1004";
    private static CardHouse there;

    @BeforeAll
    static void open() {
        there = new CardHouse(null);
        TestCast cast = there.house.cast;
        cast.commission(cast.staff(NURSE, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        StaffId two = cast.staff(TWO_UNITS, "Doris Distrikt", Profession.DISTRICT_NURSE);
        cast.commission(two, TestCast.NURSES, TestCast.CARE);
        cast.commission(two, TestCast.HOME_CARE, TestCast.CARE);
    }

    @AfterAll
    static void close() {
        there.close();
    }

    @AfterEach
    void answerAgain() {
        there.services.silent = false;
    }

    @Test
    void a_nurse_with_a_good_card_comes_straight_to_the_day_at_the_ordinary_origin() {
        var browser = there.house.browser();

        HttpResponse<String> in = there.signIn(browser, there.card(NURSE).make());

        assertThat(location(in)).endsWith("/min-dag");
        assertThat(there.shown(browser, null)).startsWith(there.house.origin() + "/logga-in/kort/svar?overlamning=");
        assertThat(browser.get("/min-dag").body()).contains("Sara Sjuk", "SITHS-kort", "Kommunsjuksköterskorna");
        assertThat(recorded()).contains("Sara Sjuk ALLOWED ");
    }

    @Test
    void with_two_commissions_one_chooses_as_after_the_other_way() {
        var browser = there.house.browser();

        assertThat(location(there.signIn(browser, there.card(TWO_UNITS).make())))
                .endsWith("/logga-in/uppdrag");
    }

    @Test
    void both_ways_are_offered_where_there_are_two() {
        assertThat(there.house.browser().get("/logga-in").body())
                .contains("href=\"/logga-in/kort\"", "href=\"/logga-in/tjanst\"");
    }

    @Test
    void without_a_card_one_is_told_to_insert_it() {
        assertRefused(there.signIn(there.house.browser(), null), "Vi såg inget kort");
    }

    @Test
    void an_expired_card_is_refused() {
        var card = there.card(NURSE)
                .until(Instant.now().minus(Duration.ofHours(1)))
                .make();

        assertRefused(there.signIn(there.house.browser(), card), "gäller inte längre");
    }

    @Test
    void a_card_that_does_not_count_yet_is_refused() {
        var card = there.card(NURSE)
                .from(there.house.clock().instant().plus(Duration.ofHours(1)))
                .make();

        assertRefused(there.signIn(there.house.browser(), card), "gäller inte");
    }

    @Test
    void a_card_of_an_issuer_that_is_not_trusted_is_refused_and_nobody_is_asked_about_it() {
        int before = there.services.asked.get();
        var stranger = new CardIssuer("Test Person HSA-id CA");
        var card = stranger.card(NURSE).askAt(there.services.responder()).make();

        assertRefused(there.signIn(there.house.browser(), card), "som vi känner igen");
        assertThat(there.services.asked).hasValue(before);
    }

    @Test
    void a_card_that_vouches_for_another_is_none() {
        var card = there.card(NURSE).make();
        var forged = new CardIssuer(card)
                .card(NURSE)
                .askAt(there.services.responder())
                .make();
        var browser = there.house.browser();

        String back = location(new CardReader(forged, card.certificate()).get(there.leave(browser)));

        assertRefused(browser.get(back), "som vi känner igen");
    }

    @Test
    void an_authority_between_that_the_browser_sends_along_leads_to_the_one_we_trust_and_may_be_blocked_too() {
        CardIssuer between = there.issuer.below("Test Person CA 2", there.services.responder());
        try (var answers = new CardServices(between)) {
            var card = between.card(NURSE).askAt(answers.responder()).make();
            var chain = between.authority.certificate();
            var browser = there.house.browser();
            String back = location(new CardReader(card, chain).get(there.leave(browser)));
            assertThat(location(browser.get(back))).endsWith("/min-dag");
            there.services.blocked.add(chain.getSerialNumber());

            String again = location(new CardReader(card, chain).get(there.leave(browser)));

            assertRefused(browser.get(again), "Kortet är spärrat");
        }
    }

    @Test
    void a_card_that_the_responder_says_is_blocked_is_refused_and_put_on_record() {
        var card = there.card(NURSE).make();
        there.services.blocked.add(card.number());

        assertRefused(there.signIn(there.house.browser(), card), "Kortet är spärrat");
        assertThat(recorded()).contains("Sara Sjuk REFUSED card-blocked");
    }

    @Test
    void a_card_that_stands_in_the_list_of_blocked_ones_is_refused_and_another_is_not() {
        var blocked =
                there.issuer.card(NURSE).listedAt(there.services.listFor("a")).make();
        there.services.blocked.add(blocked.number());
        var good =
                there.issuer.card(NURSE).listedAt(there.services.listFor("b")).make();

        assertRefused(there.signIn(there.house.browser(), blocked), "Kortet är spärrat");
        assertThat(location(there.signIn(there.house.browser(), good))).endsWith("/min-dag");
    }

    @Test
    void when_nobody_answers_the_last_good_answer_counts_for_a_day_and_then_the_card_is_refused() {
        var card = there.card(NURSE).make();
        there.signIn(there.house.browser(), card);
        there.services.silent = true;
        there.house.clock().pass(Duration.ofHours(23));
        assertThat(location(there.signIn(there.house.browser(), card))).endsWith("/min-dag");
        there.house.clock().pass(Duration.ofMinutes(61));

        assertRefused(there.signIn(there.house.browser(), card), "kontrollera om kortet är spärrat");
        there.services.silent = false;
        assertThat(location(there.signIn(there.house.browser(), card))).endsWith("/min-dag");
    }

    @Test
    void a_card_that_nobody_has_ever_answered_for_is_refused_when_nobody_answers() {
        there.services.silent = true;

        assertRefused(
                there.signIn(there.house.browser(), there.card(NURSE).make()), "kontrollera om kortet är spärrat");
    }

    @Test
    void a_card_that_was_blocked_does_not_come_in_again_when_nobody_answers() {
        var card = there.card(NURSE).make();
        there.signIn(there.house.browser(), card);
        there.services.blocked.add(card.number());
        there.signIn(there.house.browser(), card);
        there.services.silent = true;

        assertRefused(there.signIn(there.house.browser(), card), "kontrollera om kortet är spärrat");
    }

    @Test
    void a_certificate_of_another_policy_or_for_another_purpose_is_refused() {
        var policy = there.card(NURSE).policy("1.2.3.4.5.2").make();
        var purpose =
                there.card(NURSE).purpose(KeyPurposeId.id_kp_emailProtection).make();
        var anything =
                there.card(NURSE).purpose(KeyPurposeId.anyExtendedKeyUsage).make();

        assertRefused(there.signIn(there.house.browser(), policy), "räcker inte för inloggning");
        assertRefused(there.signIn(there.house.browser(), purpose), "räcker inte för inloggning");
        assertRefused(there.signIn(there.house.browser(), anything), "räcker inte för inloggning");
    }

    /** A card holds one certificate to sign in with and one to sign with. */
    @Test
    void the_certificate_for_signing_documents_is_refused() {
        var card = there.card(NURSE).usage(KeyUsage.nonRepudiation).make();

        assertRefused(there.signIn(there.house.browser(), card), "räcker inte för inloggning");
    }

    @Test
    void the_certificate_with_the_personal_identity_number_is_refused_with_what_to_do_and_the_number_is_not_kept() {
        var card = there.card("191212121212").make();

        assertRefused(there.signIn(there.house.browser(), card), "Välj det andra certifikatet");
        there.shown(there.house.browser(), card);
        assertThat(there.house
                        .database
                        .owner()
                        .sql(
                                "select count(*) from access.card_sign_in where hsa_id is not null and refusal = 'PERSONAL_CARD'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_certificate_of_a_function_is_refused_with_the_reason() {
        var card = there.card("SE2120001132-F001").ofAFunction().make();

        assertRefused(there.signIn(there.house.browser(), card), "Konton som delas får inte användas");
    }

    @Test
    void a_card_that_the_register_does_not_know_is_told_so() {
        assertRefused(
                there.signIn(
                        there.house.browser(), there.card("SE2120001132-9999").make()),
                "känner inte igen");
    }

    @Test
    void what_was_handed_over_is_used_once() {
        var browser = there.house.browser();
        String back = there.shown(browser, there.card(NURSE).make());
        String cookie = browser.cookie("__Host-sign-in");
        browser.get(back);
        browser.cookies.put("__Host-sign-in", cookie);

        assertRefused(browser.get(back), "tog för lång tid");
    }

    @Test
    void what_was_handed_over_signs_nobody_in_in_another_browser_and_is_worth_nothing_after() {
        var browser = there.house.browser();
        String back = there.shown(browser, there.card(NURSE).make());
        var victim = there.house.browser();
        there.leave(victim);

        assertRefused(victim.get(back), "tog för lång tid");
        assertRefused(browser.get(back), "tog för lång tid");
        assertThat(victim.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void what_was_handed_over_lives_for_seconds() {
        var browser = there.house.browser();
        String back = there.shown(browser, there.card(NURSE).make());
        there.house.clock().pass(Duration.ofSeconds(31));

        assertRefused(browser.get(back), "tog för lång tid");
    }

    @Test
    void one_visit_asks_one_card_and_what_was_never_begun_asks_none() {
        var browser = there.house.browser();
        String visit = there.leave(browser);
        var reader = new CardReader(there.card(NURSE).make());
        reader.get(visit);
        int before = there.services.asked.get();

        assertThat(location(reader.get(visit))).isEqualTo(there.house.origin() + "/logga-in/kort/svar");
        assertThat(location(reader.get(
                        visit.replaceAll("besok=.*", "besok=" + Token.fresh().text()))))
                .isEqualTo(there.house.origin() + "/logga-in/kort/svar");
        assertThat(there.services.asked).hasValue(before);
    }

    @Test
    void nothing_else_is_served_at_the_card_port_and_its_address_nowhere_else() {
        var reader = new CardReader(there.card(NURSE).make());
        String origin = "https://kort.localhost:" + there.cardPort;

        for (String path : new String[] {"/", "/logga-in", "/min-dag", "/halsa", "/assets/vardmote.svg", "/kort/mer"})
            assertThat(reader.get(origin + path).statusCode()).as(path).isEqualTo(404);
        assertThat(reader.get("https://evil.example:" + there.cardPort + "/kort")
                        .statusCode())
                .isEqualTo(421);
        assertThat(there.house.browser().get("/kort").statusCode()).isEqualTo(404);
    }

    /** Else whoever sits down at the computer after the nurse has left with the card could come in as her. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_handshake_is_never_taken_up_again_when_the_card_is_out_of_the_reader(String protocol) {
        var reader = new CardReader(protocol, there.card(NURSE).make());
        var browser = there.house.browser();
        assertThat(location(browser.get(location(reader.get(there.leave(browser))))))
                .endsWith("/min-dag");
        reader.insert(false);
        var next = there.house.browser();

        String back = location(reader.get(there.leave(next)));

        assertRefused(next.get(back), "Vi såg inget kort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void nor_when_it_has_been_inserted_after_a_visit_without(String protocol) {
        var reader = new CardReader(protocol, there.card(NURSE).make()).insert(false);
        var browser = there.house.browser();
        assertRefused(browser.get(location(reader.get(there.leave(browser)))), "Vi såg inget kort");
        reader.insert(true);

        String back = location(reader.get(there.leave(browser)));

        assertThat(location(browser.get(back))).endsWith("/min-dag");
    }

    @Test
    void nothing_is_kept_and_the_connection_is_closed() {
        var reader = new CardReader(there.card(NURSE).make());

        HttpResponse<String> answer = reader.get(there.leave(there.house.browser()));

        assertThat(answer.headers().firstValue("Connection")).contains("close");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_forged_header_does_nothing_at_a_port_with_handshakes_of_its_own() throws CertificateEncodingException {
        String card = ":"
                + Base64.getEncoder()
                        .encodeToString(there.card(NURSE).make().certificate().getEncoded()) + ":";
        var browser = there.house.browser();

        String back = location(new CardReader(null)
                .get(
                        there.leave(browser),
                        CardHouse.PROXY_HEADER,
                        card,
                        "Client-Cert",
                        card,
                        "X-SSL-Client-Cert",
                        card));

        assertRefused(browser.get(back), "Vi såg inget kort");
    }

    private static String recorded() {
        return String.join(
                "\n",
                there.house
                        .database
                        .owner()
                        .sql(
                                "select actor_name || ' ' || outcome || ' ' || coalesce(ground, '') from audit.event where activity = 'SIGN_IN'")
                        .query(String.class)
                        .list());
    }

    private static void assertRefused(HttpResponse<String> response, String words) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains(words);
    }
}
