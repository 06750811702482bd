package se.vardmote.meetingrights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.vardmote.access.web.TestBrowser.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.qualifications.Qualification.Kind;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * R2-20, R2-21: the head of a unit sees its training, gives seven days at most before it is complete, and says which kinds of care
 * suit digital meetings.
 */
@Tag("R2-20")
@Tag("R2-21")
class SomeDaysFromTheHeadTests {
    private static final String ADMINISTRATOR = "SE2120001132-9003";
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);
    private static TestHouse house;
    private static TestCast cast;
    private static int number = 1000;
    private String nurseCard = "";
    private String headCard = "";
    private StaffId nurse = StaffId.next();
    private TestBrowser head;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        cast = house.cast;
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Others in each, in one house. */
    @BeforeEach
    void people() {
        nurseCard = "SE2120001132-" + ++number;
        headCard = "SE2120001132-" + ++number;
        cast.asksForRight(TestCast.VELLINGE, LONG_AGO);
        nurse = cast.staff(nurseCard, "Sara Sjuk", Profession.NURSE);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        cast.trained(nurse, TestCast.VELLINGE, Kind.TECHNIQUE, LONG_AGO);
        StaffId leader = cast.staff(headCard, "Disa Holmqvist", Profession.NURSE);
        cast.commission(leader, TestCast.NURSES, TestCast.CARE);
        cast.heads(leader, TestCast.NURSES);
        head = house.signedIn(headCard);
    }

    @Test
    void the_head_sees_each_part_of_the_training_of_those_who_work_at_the_unit_and_of_no_others() {
        StaffId other = cast.staff("SE2120001132-9009", "Någon Annan", Profession.NURSE);
        cast.commission(other, TestCast.HOME_CARE, TestCast.CARE);

        assertThat(head.get("/enheten").body())
                .contains("Sara Sjuk", "klar", "saknas")
                .doesNotContain("Någon Annan");
        assertThat(head.get("/enheten/" + other + "/tillfallig-ratt").statusCode())
                .isEqualTo(404);
    }

    @Test
    void seven_days_are_given_with_a_reason_are_listed_and_end_by_themselves() {
        TestBrowser sara = house.signedIn(nurseCard);
        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(403);

        assertThat(location(give(today().plusDays(6), "Två är sjuka."))).startsWith("/enheten");
        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(200);
        assertThat(head.get("/enheten").body()).contains("Två är sjuka.", "Gäller nu");

        house.clock().pass(Duration.ofDays(6));
        assertThat(house.signedIn(nurseCard).get("/min-dag").statusCode()).isEqualTo(200);
        house.clock().pass(Duration.ofDays(1));
        assertThat(house.signedIn(nurseCard).get("/min-dag").statusCode()).isEqualTo(403);
        assertThat(house.signedIn(headCard).get("/enheten").body()).contains("Har slutat");
    }

    @Test
    void not_eight_days_not_without_a_reason_and_not_twice() {
        HttpResponse<String> eight = give(today().plusDays(7), "Två är sjuka.");
        assertThat(eight.statusCode()).isEqualTo(422);
        assertThat(eight.body()).contains("sex dagar framåt", "Två är sjuka.");
        assertThat(give(today(), " ").body()).contains("Skriv skälet.");
        assertThat(given()).isZero();

        give(today(), "Två är sjuka.");
        house.clock().pass(Duration.ofDays(30));
        head = house.signedIn(headCard);
        assertThat(head.get(page()).body()).contains("redan haft några dagar");
        assertThat(give(today(), "En till är sjuk.").statusCode()).isEqualTo(422);
        assertThat(given()).isOne();
    }

    /** Whatever the code says, the database keeps to seven. */
    @Test
    void the_database_itself_refuses_an_eighth_day() {
        give(today(), "Två är sjuka.");
        assertThatThrownBy(() -> house.database
                        .owner()
                        .sql("update organisation.temporary_meeting_right set last_day = first_day + 7")
                        .update())
                .hasMessageContaining("check");
    }

    @Test
    void whoever_has_all_of_the_training_is_left_to_the_administrator() {
        cast.trained(nurse, TestCast.VELLINGE, Kind.INFORMATION_SECURITY, LONG_AGO);
        cast.trained(nurse, TestCast.VELLINGE, Kind.EMERGENCIES, LONG_AGO);

        assertThat(head.get(page()).body()).contains("systemförvaltaren ansökan");
        assertThat(give(today(), "Två är sjuka.").statusCode()).isEqualTo(422);
    }

    @Test
    void a_head_gives_nothing_to_oneself_and_it_is_seen_by_the_administrator_and_in_the_log() {
        String own = house.database
                .owner()
                .sql("select id::text from organisation.staff where hsa_id = ?")
                .param(headCard)
                .query(String.class)
                .single();
        String form = "/enheten/" + own + "/tillfallig-ratt";
        assertThat(head.post(form, Map.of("lastDay", today().toString(), "reason", "Jag behövs."), "/enheten")
                        .statusCode())
                .isEqualTo(403);

        give(today(), "Två är sjuka.");
        cast.administers(cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        assertThat(house.signedIn(ADMINISTRATOR)
                        .get("/admin/ratt-till-moten/beviljade")
                        .body())
                .contains("Sara Sjuk", "Disa Holmqvist", "Två är sjuka.");
        assertThat(house.database
                        .owner()
                        .sql("select actor_name from audit.event where action = 'give-some-days' and object_id = ?")
                        .param(nurse.value())
                        .query(String.class)
                        .list())
                .containsExactly("Disa Holmqvist");
    }

    /** R0-59: what a head has given is taken back like the right itself: with a reason, and what is open closes at once. */
    @Test
    void the_head_takes_them_back_with_a_reason_that_the_person_reads() {
        give(today().plusDays(6), "Två är sjuka.");
        TestBrowser sara = house.signedIn(nurseCard);
        String address = linked(head.get("/enheten"), "/enheten/tillfallig-ratt/");
        assertThat(head.get(address).body()).contains("Sara Sjuk", "Två är sjuka.");
        HttpResponse<String> wordless = head.post(address, Map.of("reason", " "), address);
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("Skriv skälet.");
        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(200);

        assertThat(location(head.post(address, Map.of("reason", "Kursen är inställd."), address)))
                .startsWith("/enheten");
        assertThat(sara.get("/min-dag", "Accept", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(head.get("/enheten").body())
                .contains("Återkallad:", "Kursen är inställd.", "Har slutat")
                .doesNotContain(address);
        TestBrowser again = house.signedIn(nurseCard);
        assertThat(again.get("/min-dag").statusCode()).isEqualTo(403);
        assertThat(again.get("/ratt-till-moten").body()).contains("Den är återkallad", "Kursen är inställd.");
        assertThat(head.post(address, Map.of("reason", "Igen."), "/enheten").statusCode())
                .isEqualTo(409);
        assertThat(takenBackBy()).containsExactly("Disa Holmqvist");
    }

    @Test
    void the_administrator_takes_them_back_too_and_neither_another_head_nor_another_care_provider_does() {
        give(today().plusDays(6), "Två är sjuka.");
        TestBrowser sara = house.signedIn(nurseCard);
        String given = linked(head.get("/enheten"), "/enheten/tillfallig-ratt/");
        String id = given.substring(given.lastIndexOf('/') + 1);
        StaffId stranger = cast.staff("SE2120001132-9011", "Annan Chef", Profession.NURSE);
        cast.commission(stranger, TestCast.HOME_CARE, TestCast.CARE);
        cast.heads(stranger, TestCast.HOME_CARE);
        assertThat(house.signedIn("SE2120001132-9011").get(given).statusCode()).isEqualTo(404);
        cast.administers(
                cast.staff("SE2120001199-9012", "Annan Kommun", Profession.ADMINISTRATOR), TestCast.TRELLEBORG);
        String address = "/admin/ratt-till-moten/tillfallig/" + id;
        assertThat(house.signedIn("SE2120001199-9012")
                        .post(address, Map.of("reason", "Nej."), "/admin/moten")
                        .statusCode())
                .isEqualTo(404);
        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(200);

        cast.administers(cast.staff("SE2120001132-9013", "Eva Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        TestBrowser eva = house.signedIn("SE2120001132-9013");
        assertThat(eva.get("/admin/ratt-till-moten/beviljade").body()).contains(address);
        HttpResponse<String> done = eva.post(address, Map.of("reason", "Loggade in åt en kollega."), address);
        assertThat(eva.get(location(done)).body())
                .contains("Den tillfälliga rätten är återkallad och personen utloggad.")
                .doesNotContain(address);
        assertThat(sara.get("/min-dag", "Accept", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(takenBackBy()).containsExactly("Eva Admin");
    }

    private List<String> takenBackBy() {
        return house.database
                .owner()
                .sql("select actor_name from audit.event where action = 'end-some-days' and object_id = ?")
                .param(nurse.value())
                .query(String.class)
                .list();
    }

    private static String linked(HttpResponse<String> page, String begins) {
        return page.body().replaceAll("(?s).*href=\"(" + begins + "[^\"]+)\".*", "$1");
    }

    /** R2-20. */
    @Test
    void which_kinds_of_care_suit_is_shown_to_those_who_judge() {
        give(today(), "Två är sjuka.");
        TestBrowser sara = house.signedIn(nurseCard);
        var receiving = house.context()
                .getBean(Organisation.class)
                .unit(TestCast.NURSES)
                .orElseThrow();
        house.context()
                .getBean(DropInRoom.class)
                .knock(
                        TestAssessment.knock("Tolvan Tolvansson"),
                        new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving));
        assertThat(sara.get("/min-dag").body()).doesNotContain("enhetens chef", "Enhetens chef");

        head.post("/enheten/lampligt", Map.of("suits", "DOSE_BAGS"), "/enheten");
        assertThat(sara.get("/min-dag").body()).containsIgnoringCase("enhetens chef");
        assertThat(sara.get("/ratt-till-moten").body()).contains("Dospåsar");
        assertThat(head.get("/enheten").body()).contains("id=\"suits-DOSE_BAGS\"");
    }

    private HttpResponse<String> give(LocalDate lastDay, String reason) {
        return head.post(page(), Map.of("lastDay", lastDay.toString(), "reason", reason), "/enheten");
    }

    private String page() {
        return "/enheten/" + nurse + "/tillfallig-ratt";
    }

    private int given() {
        return house.database
                .owner()
                .sql("select count(*) from organisation.temporary_meeting_right where staff_id = ?")
                .param(nurse.value())
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(house.clock().instant(), ZoneId.of("Europe/Stockholm"));
    }
}
