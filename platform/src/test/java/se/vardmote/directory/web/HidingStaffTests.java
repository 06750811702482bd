package se.vardmote.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.web.TestCalls;
import se.vardmote.meetings.Meetings;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.People;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * R0-53, sweden.md 1.7: staff hide their own name, and a head those of the unit; then no list, page or copy names them, also not
 * beside what they did before.
 */
class HidingStaffTests {
    private static final String OWN = "/skyddad-identitet";
    private static final String SARA = "SE2120001132-1001";
    private static final String HEAD = "SE2120001132-1002";
    private static final String ADMIN = "SE2120001132-1009";
    private final TestHouse house = TestHouse.anew();
    private final TestCalls calls = new TestCalls(house);
    private final StaffId sara = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
    private final StaffId disa = house.cast.staff(HEAD, "Disa Holmqvist", Profession.NURSE);
    private TestBrowser browser;
    private TestBrowser head;
    private TestBrowser admin;

    @BeforeEach
    void people_of_a_unit() {
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        house.cast.commission(disa, TestCast.NURSES, TestCast.CARE);
        house.cast.heads(disa, TestCast.NURSES);
        house.cast.administers(house.cast.staff(ADMIN, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        browser = house.signedIn(SARA);
        head = house.signedIn(HEAD);
        admin = house.signedIn(ADMIN);
    }

    @Test
    void what_somebody_judged_signed_held_blocked_and_asked_for_names_them_no_longer() throws IOException {
        DropIn past = calls.documented("Tolvan Tolvansson", "19121212-1212", sara, "Sårvård varje dag");
        String call = "/historik/" + past.id();
        String patient = "/patient/" + past.client();
        String note = note(past);
        post(call + "/bevara", call, Map.of("reason", "OTHER", "why", "Klagomål", "lastDay", today().plusDays(9) + ""));
        post(patient + "/sparr", patient + "/sparr", Map.of("what", "enheten"));
        post(patient + "/skydd", patient + "/skydd", Map.of("what", "skydda"));
        post(patient + "/skydd", patient + "/skydd", Map.of("what", "be-om", "why", "Beslutet har upphört"));
        post(note + "/inford", note, Map.of("system", "Cosmic"));
        List<String> shown = List.of("/historik", call, patient + "/sparr", patient + "/skydd", "/enheten");
        for (String page : shown) assertThat(head.get(page).body()).as(page).contains("Sara Sjuk");
        assertThat(admin.get("/admin/bevarat").body()).contains("Sara Sjuk");
        assertThat(browser.get(note + "/text").body()).contains("Signerad av Sara Sjuk");

        post(OWN, OWN, Map.of());

        for (String page : shown)
            assertThat(head.get(page).body())
                    .as(page)
                    .contains("Skyddad uppgift")
                    .doesNotContain("Sara");
        assertThat(admin.get("/admin/bevarat").body()).doesNotContain("Sara");
        assertThat(browser.get(note).body()).contains("Cosmic").doesNotContain("Sara");
        assertThat(browser.get(note + "/text").body())
                .contains("Signerad av Skyddad uppgift, sjuksköterska")
                .doesNotContain("Sara");
        assertThat(pdf(note)).contains("Signerad av Skyddad uppgift").doesNotContain("Sara");
        assertThat(browser.get(note + "/kontakten").body().split("Sara", -1))
                .as("the care worker typed with whom it was agreed, and nothing else names her")
                .hasSize(2);
    }

    @Test
    void who_waits_has_agreed_with_an_alias_and_what_nobody_has_signed_names_nobody() {
        house.context()
                .getBean(DropInRoom.class)
                .knock(TestAssessment.knock("Elsa Provdotter", CallReason.FALL, sara), door());
        DropIn ended = calls.of(calls.knocks("Tolvan Tolvansson", "19121212-1212"));
        MeetingId meeting = calls.admitted(ended, sara);
        house.context().getBean(Meetings.class).end(TestCast.VELLINGE, meeting, sara);
        assertThat(head.get("/min-dag").body()).contains("<bdi>Sara Sjuk</bdi>");
        assertThat(browser.get(note(ended)).body()).contains("Sara Sjuk (sjuksköterska)");

        post(OWN, OWN, Map.of());

        assertThat(head.get("/min-dag").body())
                .contains("<bdi>Skyddad uppgift</bdi>")
                .doesNotContain("Sara");
        assertThat(browser.get(note(ended)).body())
                .contains("Skyddad uppgift (sjuksköterska)")
                .doesNotContain("Sara");
    }

    @Test
    void the_row_of_what_was_signed_is_not_touched() {
        DropIn past = calls.documented("Tolvan Tolvansson", "19121212-1212", sara, "Sårvård varje dag");
        post(OWN, OWN, Map.of());
        assertThat(house.database
                        .owner()
                        .sql(
                                "select signed_by_name from journal.note n join journal.duty d on d.id = duty_id where client_id = ?")
                        .param(past.client().value())
                        .query(String.class)
                        .list())
                .containsExactly("Sara Sjuk");
    }

    @Test
    void everybody_of_the_staff_finds_the_page_from_where_they_are_signed_in_and_it_says_when_it_is_done() {
        String planner = "SE2120001132-1020";
        house.cast.assignment(
                house.cast.staff(planner, "Vera Almqvist", Profession.CARE_ASSISTANT),
                TestCast.HOME_CARE,
                Assignment.Kind.PLANNER);
        for (TestBrowser who : List.of(browser, admin, house.signedIn(planner))) {
            assertThat(who.get("/inloggningar").body()).contains("href=\"" + OWN + "\"");
            assertThat(who.get(OWN).body()).contains("Dölj mitt namn");
            assertThat(who.post(OWN, Map.of(), OWN).statusCode()).isEqualTo(303);
            assertThat(who.get(OWN).body()).contains("Ditt namn är dolt").doesNotContain("Dölj mitt namn");
        }
        assertThat(recorded()).containsExactly("Sara Sjuk", "Adam Admin", "Vera Almqvist");
        assertThat(house.browser().get(OWN).statusCode()).isNotEqualTo(200);
    }

    @Test
    void the_head_hides_somebody_who_works_at_the_unit_and_nobody_else() {
        StaffId other = house.cast.staff("SE2120001132-1021", "Hilda Hem", Profession.NURSE);
        house.cast.commission(other, TestCast.HOME_CARE, TestCast.CARE);
        String page = "/enheten/" + sara + "/skydd";
        assertThat(head.get("/enheten").body()).contains("href=\"" + page + "\"");
        assertThat(head.get(page).body()).contains("Sara Sjuk", "Dölj namnet", "två systemförvaltare");
        assertThat(TestBrowser.location(head.post(page, Map.of(), page))).endsWith("/enheten?sparat=ja");
        assertThat(head.get("/enheten").body()).contains("Skyddad uppgift").doesNotContain("Sara");
        assertThat(head.get(page).body()).contains("Namnet är dolt").doesNotContain("Sara");

        String elsewhere = "/enheten/" + other + "/skydd";
        assertThat(head.get(elsewhere).statusCode()).isEqualTo(404);
        assertThat(head.post(elsewhere, Map.of(), page).statusCode()).isEqualTo(404);
        assertThat(browser.post("/enheten/" + disa + "/skydd", Map.of(), OWN).statusCode())
                .isEqualTo(403);
        assertThat(recorded()).containsExactly("Disa Holmqvist");
    }

    /** It takes two, and the person is none of them; what one of them asked is void when it is said again. */
    @Test
    void whoever_hides_the_name_again_keeps_it_hidden_whatever_an_administrator_has_asked() {
        post(OWN, OWN, Map.of());
        String protection = "/admin/organisation/personal/" + sara + "/skydd";
        admin.post(protection, Map.of("what", "be-om", "why", "Beslutet har upphört"), OWN);
        People people = house.context().getBean(People.class);
        assertThat(people.asked(sara, house.clock().instant())).isPresent();
        post(OWN, OWN, Map.of());
        assertThat(people.asked(sara, house.clock().instant())).isEmpty();
    }

    private void post(String path, String from, Map<String, String> form) {
        assertThat(browser.post(path, form, from).statusCode()).as(path).isEqualTo(303);
    }

    private String note(DropIn of) {
        return "/anteckning/"
                + house.database
                        .owner()
                        .sql("select id from journal.duty where client_id = ?")
                        .param(of.client().value())
                        .query(String.class)
                        .single();
    }

    private String pdf(String note) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(browser.fetch(note + "/pdf").body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Knock.Door door() {
        var receiving = house.context()
                .getBean(Organisation.class)
                .unit(TestCast.NURSES)
                .orElseThrow();
        return new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving);
    }

    /** Under whose names somebody was hidden. */
    private List<String> recorded() {
        return house.database.owner().sql("""
                        select actor_name from audit.event
                        where action = 'protect' and object_type = 'staff' and outcome = 'ALLOWED' order by id""").query(String.class).list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(house.clock().instant(), ZoneId.of("Europe/Stockholm"));
    }
}
