package se.vardmote.accesslog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.BadSqlGrammarException;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.organisation.register.People;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** 4N: the head of a unit reviews what its own staff have read, says what came of it, and it stays. */
class ReviewingReadingsTests {
    private static final String LIST = "/loggranskning";
    private static final String HEAD = "SE2120001132-1002";
    private static final String NURSE = "SE2120001132-1001";
    private static final LocalDate DAY =
            LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Stockholm")).minusDays(2);
    private static final Instant NOON =
            DAY.atTime(12, 0).atZone(ZoneId.of("Europe/Stockholm")).toInstant();
    private static final Map<String, String> PERIOD = Map.of("from", DAY.toString(), "to", DAY.toString());

    private final TestHouse house = TestHouse.anew();
    private final StaffId nurse = house.cast.staff(NURSE, "Sara Sjuk", Profession.NURSE);
    private final StaffId head = house.cast.staff(HEAD, "Disa Holmqvist", Profession.NURSE);
    private CommissionId commission;
    private CommissionId elsewhere;
    private TestBrowser browser;

    @BeforeEach
    void a_head_signed_in_at_the_unit() {
        commission = house.cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        house.cast.commission(head, TestCast.NURSES, TestCast.CARE);
        elsewhere = house.cast.commission(
                house.cast.staff("SE2120001132-1009", "Alva Brink", Profession.NURSE),
                TestCast.HOME_CARE,
                TestCast.CARE);
        house.cast.heads(head, TestCast.NURSES);
        browser = house.signedIn(HEAD);
    }

    @Test
    void who_read_when_what_and_why_it_was_picked_is_shown_and_nothing_of_what_was_read() {
        ClientId client = client("Tolvan Sjuk", "19121212-1212");
        read("note", client, NOON);

        String page = browser.get(begin()).body();

        assertThat(page)
                .contains("Sara Sjuk", "läste", "anteckning", "12.00", "Stickprov", "Samma efternamn", "Tolvan Sjuk")
                .doesNotContain("1212-1212", "19121212");
    }

    @Test
    void readings_at_another_unit_are_that_heads_to_review() {
        ClientId client = client("Tolvan Tolvansson", "19121212-1212");
        audit(AuditEvent.read("note", NoteId.next())
                .by(ActorKind.STAFF, nurse, "Alva Brink")
                .under(elsewhere)
                .of(TestCast.VELLINGE, TestCast.NURSES)
                .about(client)
                .at(NOON));
        assertThat(browser.get(begin()).body())
                .contains("Ingen i enheten har läst något")
                .doesNotContain("Alva Brink", "Tolvan");
    }

    @Test
    void what_happened_on_other_days_is_not_in_the_period() {
        ClientId client = client("Tolvan Tolvansson", "19121212-1212");
        read("note", client, NOON.minus(Duration.ofHours(13)));
        read("note", client, NOON.plus(Duration.ofHours(12)));
        assertThat(browser.get(begin()).body()).contains("Ingen i enheten har läst något");
    }

    @Test
    void a_patient_with_protected_personal_data_is_an_alias_here_too() {
        ClientId client = client("Tolvan Sjuk", "19121212-1212");
        protect(client);
        read("protected-identity", client, NOON);
        assertThat(browser.get(begin()).body())
                .contains("Skyddade personuppgifter", "Skyddad uppgift")
                .doesNotContain("Tolvan", "Samma efternamn");
    }

    /** Whoever is protected by now: the rows of the log say the name of that day, and are never changed. */
    @Test
    void a_reader_with_protected_identity_is_an_alias_in_reviews_of_before_and_is_still_found_by_the_surname() {
        read("note", client("Tolvan Sjuk", "19121212-1212"), NOON);
        String before = begin();
        assertThat(browser.get(before).body()).contains("Sara Sjuk");
        house.context().getBean(People.class).protect(nurse);
        assertThat(browser.get(before).body()).contains("Skyddad uppgift").doesNotContain("Sara");

        audit(AuditEvent.read("note", NoteId.next())
                .by(ActorKind.STAFF, nurse, "Skyddad uppgift")
                .under(commission)
                .of(TestCast.VELLINGE, TestCast.NURSES)
                .about(client("Elsa Sjuk", "19610118-2803"))
                .at(NOON));
        String page = browser.get(begin()).body();
        assertThat(page.substring(page.indexOf("Samma efternamn")))
                .contains("Skyddad uppgift", "Elsa Sjuk", "Tolvan Sjuk")
                .doesNotContain("Sara");
    }

    @Test
    void a_head_with_protected_identity_is_an_alias_in_the_list_and_beside_the_conclusion() {
        String review = begin();
        assertThat(browser.get(LIST).body()).contains("Disa Holmqvist");
        browser.post(review, Map.of("outcome", "WITHOUT_REMARK", "words", ""), review);
        String open = begin();
        house.context().getBean(People.class).protect(head);
        for (String page : List.of(LIST, review, open))
            assertThat(browser.get(page).body()).as(page).doesNotContain("Disa");
    }

    /** That the head sees who the patient is, is itself a reading. */
    @Test
    void looking_at_the_review_is_on_record_for_each_patient_before_it_is_shown() {
        ClientId client = client("Tolvan Tolvansson", "19121212-1212");
        read("note", client, NOON);
        String review = begin();
        assertThat(recorded(client)).isZero();
        browser.get(review);
        assertThat(recorded(client)).isOne();
        browser.get(review);
        assertThat(recorded(client)).isEqualTo(2);
    }

    @Test
    void the_same_is_shown_again_however_names_and_settings_change_meanwhile() {
        for (int i = 0; i < 40; i++) read("note", client("Tolvan Tolvansson", "19121212-1212"), NOON.plusSeconds(i));
        refused();
        String review = begin();
        String before = main(browser.get(review).body());
        client("Tolvan Sjuk", "19121212-1212");
        String after = main(browser.get(review).body());
        assertThat(after.replace("Tolvan Sjuk", "Tolvan Tolvansson")).isEqualTo(before);
        assertThat(before).contains("Nekade försök", "har ingen relation till patienten", "40 gånger");
    }

    /** What is decided above holds where the unit has decided nothing; a review keeps the figures that it began with. */
    @Test
    void how_many_are_picked_is_what_the_unit_or_one_above_it_has_decided() {
        house.cast.partOf(TestCast.NURSES, house.cast.unit("Hälso- och sjukvård", "SE2120001132-E060", null));
        for (int i = 0; i < 9; i++) read("note", ClientId.next(), NOON.plusSeconds(i));
        house.cast.decides(null, "review.sample", "4");
        assertThat(picked(begin())).isEqualTo(4);
        house.cast.decides(TestCast.NURSES, "review.sample", "2");
        String begun = begin();
        house.cast.decides(TestCast.NURSES, "review.sample", "9");
        assertThat(picked(begun)).isEqualTo(2);
    }

    @Test
    void what_the_head_came_to_is_saved_listed_and_cannot_be_changed() {
        String review = begin();
        assertThat(browser.get(LIST).body()).contains("Påbörjad");

        var saved =
                browser.post(review, Map.of("outcome", "FOLLOWED_UP", "words", "Pratar med Sara på måndag."), review);
        browser.post(review, Map.of("outcome", "WITHOUT_REMARK", "words", ""), LIST);

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(browser.get(review).body())
                .contains("Följs upp", "Pratar med Sara på måndag.", "Disa Holmqvist", "kan inte ändras")
                .doesNotContain("name=\"outcome\"");
        assertThat(browser.get(LIST).body()).contains("Följs upp").doesNotContain("Påbörjad");
        assertThat(house.database
                        .owner()
                        .sql("select outcome from accesslog.conclusion")
                        .query(String.class)
                        .list())
                .containsExactly("FOLLOWED_UP");
    }

    @ParameterizedTest
    @CsvSource({"review", "pick", "conclusion"})
    void the_running_role_can_add_a_review_and_never_change_or_remove_one(String table) {
        for (String statement : List.of(
                "update accesslog." + table + " set care_provider_id = gen_random_uuid()",
                "delete from accesslog." + table))
            assertThatThrownBy(() -> house.database.app().sql(statement).update())
                    .isInstanceOf(BadSqlGrammarException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
    }

    @Test
    void what_is_to_be_followed_up_is_said_in_words() {
        String review = begin();
        var wordless = browser.post(review, Map.of("outcome", "FOLLOWED_UP", "words", "  "), review);
        var nothing = browser.post(review, Map.of("words", "Allt såg bra ut."), review);
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("Skriv vad som ska följas upp och hur.");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Välj utan anmärkning eller följs upp.", "Allt såg bra ut.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, senast i går",
        "-3, -4, efter den första",
        "-40, -2, högst 31 dagar",
    })
    void only_days_that_are_over_and_not_too_many_can_be_reviewed(int from, int to, String says) {
        LocalDate today = DAY.plusDays(2);
        var answer = browser.post(
                LIST,
                Map.of(
                        "from",
                        today.plusDays(from).toString(),
                        "to",
                        today.plusDays(to).toString()),
                LIST);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(says);
    }

    @Test
    void only_the_head_of_the_unit_opens_its_reviews_and_an_attempt_is_on_record() {
        read("note", client("Tolvan Tolvansson", "19121212-1212"), NOON);
        String review = begin();
        StaffId other = house.cast.staff("SE2120001132-1010", "Tove Ahlgren", Profession.NURSE);
        house.cast.commission(other, TestCast.HOME_CARE, TestCast.CARE);
        house.cast.heads(other, TestCast.HOME_CARE);
        TestBrowser otherHead = house.signedIn("SE2120001132-1010");

        assertThat(house.signedIn(NURSE).get(review).statusCode()).isEqualTo(403);
        var answer = otherHead.get(review);
        assertThat(answer.statusCode()).isIn(403, 404);
        assertThat(answer.body()).doesNotContain("Sara Sjuk", "Tolvan");
        assertThat(otherHead.get(LIST).body()).contains("Här samlas");
        assertThat(house.database.owner().sql("""
                        select count(*) from audit.event where outcome = 'REFUSED' and object_type = 'log-review'""").query(Integer.class).single())
                .isOne();
    }

    private String begin() {
        var answer = browser.post(LIST, PERIOD, LIST);
        assertThat(answer.statusCode()).isEqualTo(303);
        return TestBrowser.location(answer).replaceFirst("^https?://[^/]+", "");
    }

    private int picked(String review) {
        return house.database
                .owner()
                .sql("select count(*) from accesslog.pick where review_id = ?::uuid and rule = 'SAMPLE'")
                .param(review.substring(review.lastIndexOf('/') + 1))
                .query(Integer.class)
                .single();
    }

    private ClientId client(String name, String number) {
        return house.context()
                .getBean(Clients.class)
                .register(
                        TestCast.VELLINGE,
                        PersonId.parse(number, DAY).orElseThrow(),
                        PersonName.parse(name).orElseThrow());
    }

    private void protect(ClientId client) {
        Client tolvan = house.context()
                .getBean(Clients.class)
                .find(TestCast.VELLINGE, client)
                .orElseThrow();
        house.context()
                .getBean(Protections.class)
                .set(
                        TestCast.VELLINGE,
                        tolvan.identity(),
                        Protection.Way.PAGE,
                        new AuditedActor(ActorKind.SYSTEM, null, null, null, null, null));
    }

    private void read(String kind, ClientId client, Instant at) {
        audit(AuditEvent.read(kind, NoteId.next())
                .by(ActorKind.STAFF, nurse, "Sara Sjuk")
                .under(commission)
                .of(TestCast.VELLINGE, TestCast.NURSES)
                .about(client)
                .at(at));
    }

    private void refused() {
        audit(AuditEvent.read("note", NoteId.next())
                .by(ActorKind.STAFF, nurse, "Sara Sjuk")
                .under(commission)
                .of(TestCast.VELLINGE, TestCast.NURSES)
                .refused("no-relation")
                .at(NOON));
    }

    private void audit(AuditEvent event) {
        house.context().getBean(AuditLog.class).record(event);
    }

    private int recorded(ClientId client) {
        return house.database
                .owner()
                .sql("""
                        select count(*) from audit.event where client_id = ? and object_type = 'log-review' and actor_id = ?""")
                .params(client.value(), head.value())
                .query(Integer.class)
                .single();
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"))
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
