package se.vardmote.meetingrights;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
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
import se.vardmote.organisation.qualifications.Qualification.Kind;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-58, R0-59, R2-21, R2-22, R3-32 to R3-34: a professional applies, an administrator decides, training comes first. */
@Tag("R0-58")
@Tag("R0-59")
@Tag("R2-21")
class ApplyingForTheRightTests {
    private static final String BOTH = "SE2120001132-9004";
    private static final String ELSEWHERE = "SE2120001199-9005";
    private static final String APPLY = "/ratt-till-moten";
    private static final String DECIDE = "/admin/ratt-till-moten";
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);
    private static TestHouse house;
    private static TestCast cast;
    private static int number = 1000;
    private String nurseCard = "";
    private String administratorCard = "";
    private StaffId nurse = StaffId.next();
    private StaffId administrator = StaffId.next();

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
        administratorCard = "SE2120001132-" + ++number;
        cast.asksForRight(TestCast.VELLINGE, LONG_AGO);
        house.database
                .owner()
                .sql("update organisation.care_provider set remote_routine = null, remote_routine_version = null")
                .update();
        nurse = cast.staff(nurseCard, "Sara Sjuk", Profession.NURSE);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        administrator = cast.staff(administratorCard, "Adam Admin", Profession.ADMINISTRATOR);
        cast.administers(administrator, TestCast.VELLINGE);
    }

    @Test
    void whoever_lacks_the_right_comes_in_and_sees_what_is_missing_and_meets_nobody() {
        cast.trained(nurse, TestCast.VELLINGE, Kind.TECHNIQUE, LONG_AGO);
        TestBrowser sara = house.signedIn(nurseCard);

        String page = sara.get(APPLY).body();
        assertThat(page).contains("Uppdrag på Kommunsjuksköterskorna", "Ansök om rätten", "Informationssäkerhet");
        HttpResponse<String> day = sara.get("/min-dag");
        assertThat(day.statusCode()).isEqualTo(403);
        assertThat(day.body()).contains("Du har inte rätt att hålla digitala möten", "/ratt-till-moten");
    }

    @Test
    void an_application_waits_is_granted_and_lets_in_at_once() {
        cast.trained(nurse, TestCast.VELLINGE, LONG_AGO);
        TestBrowser sara = house.signedIn(nurseCard);
        sara.post(APPLY, Map.of(), APPLY);
        assertThat(sara.get(APPLY).body())
                .contains("Din ansökan väntar på svar")
                .doesNotContain("Ansök om rätten");

        TestBrowser adam = house.signedIn(administratorCard);
        assertThat(adam.get(DECIDE).body()).contains("Sara Sjuk", "Kommunsjuksköterskorna");
        assertThat(location(decide(adam, "grant", ""))).endsWith("klart=granted");

        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(200);
        assertThat(states()).containsExactly("GRANTED");
        assertThat(adam.get(DECIDE + "/beviljade").body()).contains("Sara Sjuk");
        assertThat(onRecord()).containsExactlyInAnyOrder("Sara Sjuk apply", "Adam Admin grant");
    }

    @Test
    void missing_training_is_shown_and_nobody_is_granted_the_right_without_it() {
        cast.trained(nurse, TestCast.VELLINGE, Kind.TECHNIQUE, LONG_AGO);
        house.signedIn(nurseCard).post(APPLY, Map.of(), APPLY);
        TestBrowser adam = house.signedIn(administratorCard);

        assertThat(adam.get(DECIDE).body()).contains("Utbildning saknas: informationssäkerhet, akuta lägen");
        assertThat(adam.get(DECIDE + "/" + application()).body()).doesNotContain("value=\"grant\"");
        HttpResponse<String> forced = decide(adam, "grant", "Hon kan det här");
        assertThat(forced.statusCode()).isEqualTo(422);
        assertThat(forced.body()).contains("Utbildning saknas. För in den", "Hon kan det här");
        assertThat(states()).containsExactly("SUBMITTED");
    }

    @Test
    void training_that_has_expired_is_missing() {
        cast.trained(nurse, TestCast.VELLINGE, LONG_AGO);
        house.database
                .owner()
                .sql(
                        "update organisation.qualification set expires_on = '2025-06-01' where kind = 'EMERGENCIES' and staff_id = ?")
                .param(nurse.value())
                .update();
        house.signedIn(nurseCard).post(APPLY, Map.of(), APPLY);

        assertThat(decide(house.signedIn(administratorCard), "grant", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_rejection_needs_a_reason_which_the_applicant_reads_and_may_apply_again() {
        TestBrowser sara = house.signedIn(nurseCard);
        sara.post(APPLY, Map.of(), APPLY);
        TestBrowser adam = house.signedIn(administratorCard);
        assertThat(decide(adam, "reject", " ").body()).contains("Skriv skälet.");
        assertThat(location(decide(adam, "reject", "Gå kursen i akuta situationer först.")))
                .endsWith("klart=rejected");

        assertThat(sara.get(APPLY).body()).contains("avslogs", "Gå kursen i akuta situationer först.");
        sara.post(APPLY, Map.of(), APPLY);
        assertThat(states()).containsExactly("REJECTED", "SUBMITTED");
    }

    @Test
    void of_two_decisions_the_first_counts() {
        cast.trained(nurse, TestCast.VELLINGE, LONG_AGO);
        house.signedIn(nurseCard).post(APPLY, Map.of(), APPLY);
        TestBrowser adam = house.signedIn(administratorCard);
        decide(adam, "grant", "");

        assertThat(decide(adam, "reject", "Nej").statusCode()).isEqualTo(409);
        assertThat(states()).containsExactly("GRANTED");
    }

    @Test
    void with_the_right_what_a_head_has_given_besides_ends_too() {
        cast.trained(nurse, TestCast.VELLINGE, LONG_AGO);
        house.signedIn(nurseCard).post(APPLY, Map.of(), APPLY);
        TestBrowser adam = house.signedIn(administratorCard);
        decide(adam, "grant", "");
        house.database
                .owner()
                .sql("""
                        insert into organisation.temporary_meeting_right (id, care_provider_id, staff_id, care_unit_id,
                            first_day, last_day, reason, granted_by, granted_at)
                        values (gen_random_uuid(), ?, ?, ?, ?::date, ?::date + 6, 'Två är sjuka.', ?, now())""")
                .params(
                        TestCast.VELLINGE.value(),
                        nurse.value(),
                        TestCast.NURSES.value(),
                        LocalDate.now(house.clock()),
                        LocalDate.now(house.clock()),
                        administrator.value())
                .update();

        assertThat(location(decide(adam, "revoke", "Loggade in åt en kollega.")))
                .contains("klart=");
        assertThat(house.signedIn(nurseCard).get("/min-dag").statusCode()).isEqualTo(403);
    }

    @Test
    void an_application_pressed_twice_is_one() {
        TestBrowser sara = house.signedIn(nurseCard);
        sara.post(APPLY, Map.of(), APPLY);
        sara.post(APPLY, Map.of(), "/fungerar-inte");

        assertThat(states()).containsExactly("SUBMITTED");
    }

    /** As for everything else that an administrator may (ADR 10). */
    @Test
    void nobody_grants_themselves_the_right_and_no_administrator_anothers_people() {
        StaffId both = cast.staff(BOTH, "Doris Distrikt", Profession.DISTRICT_NURSE);
        cast.commission(both, TestCast.NURSES, TestCast.CARE);
        cast.administers(both, TestCast.VELLINGE);
        cast.trained(both, TestCast.VELLINGE, LONG_AGO);
        TestBrowser doris = house.signedIn(BOTH);
        doris.post(APPLY, Map.of(), APPLY);
        assertThat(doris.get(DECIDE + "/" + application()).body()).contains("en annan systemförvaltare");
        assertThat(decide(doris, "grant", "").statusCode()).isEqualTo(403);

        cast.administers(cast.staff(ELSEWHERE, "Annan Admin", Profession.ADMINISTRATOR), TestCast.TRELLEBORG);
        TestBrowser other = house.signedIn(ELSEWHERE);
        assertThat(other.get(DECIDE).body()).doesNotContain("Doris");
        assertThat(other.get(DECIDE + "/" + application()).statusCode()).isEqualTo(404);
        nurse = both;
        assertThat(states()).containsExactly("SUBMITTED");
    }

    @Test
    void what_is_not_asked_for_yet_is_not_missed_until_its_day() {
        cast.asksForRight(TestCast.VELLINGE, LocalDate.now(house.clock()).plusDays(30));
        TestBrowser sara = house.signedIn(nurseCard);

        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(200);
        assertThat(sara.get(APPLY).body()).contains("Ansök om rätten");
        house.clock().pass(Duration.ofDays(31));
        assertThat(house.signedIn(nurseCard).get("/min-dag").statusCode()).isEqualTo(403);
    }

    /** A care provider that was there before the rule goes on as before; one that comes after begins with it. */
    @Test
    void a_new_care_provider_asks_for_the_right_from_its_first_day() {
        assertThat(house.database.owner().sql("""
                                insert into organisation.care_provider (id, name, hsa_id)
                                values (gen_random_uuid(), 'Ny kommun', 'SE2120001111-V001')
                                returning meeting_right_from = current_date""").query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void the_administrator_sets_the_day_and_reads_how_many_it_would_lock_out() {
        TestBrowser adam = house.signedIn(administratorCard);
        assertThat(adam.get("/admin/moten").body()).contains("med legitimation och uppdrag i vården har inte rätten");
        var wrong = adam.post("/admin/moten", Map.of("from", "snart"), "/admin/moten");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Skriv datumet", "value=\"snart\"");

        adam.post("/admin/moten", Map.of("from", ""), "/admin/moten");
        assertThat(house.signedIn(nurseCard).get("/min-dag").statusCode()).isEqualTo(200);
        assertThat(house.database
                        .owner()
                        .sql("select count(*) from audit.event where action = 'keep-meeting-policy' and actor_id = ?")
                        .param(administrator.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** R2-22. */
    @Test
    void the_routine_for_remote_work_is_read_before_applying_and_again_when_it_has_changed() {
        TestBrowser adam = house.signedIn(administratorCard);
        adam.post(
                "/admin/moten", Map.of("from", "2025-01-01", "routine", "Intranätet", "version", "3"), "/admin/moten");
        TestBrowser sara = house.signedIn(nurseCard);
        assertThat(sara.post(APPLY, Map.of(), APPLY).body()).contains("Läs rutinen och kryssa i");
        sara.post(APPLY, Map.of("routine", "yes"), APPLY);
        assertThat(states()).containsExactly("SUBMITTED");
        assertThat(read()).containsExactly("3");

        adam.post(
                "/admin/moten", Map.of("from", "2025-01-01", "routine", "Intranätet", "version", "4"), "/admin/moten");
        assertThat(sara.get(APPLY).body()).contains("ny version");
        sara.post("/ratt-till-moten/rutin", Map.of(), APPLY);
        assertThat(read()).containsExactly("3", "4");
    }

    private HttpResponse<String> decide(TestBrowser adam, String what, String reason) {
        String page = DECIDE + "/" + application();
        return adam.post(page, Map.of("what", what, "reason", reason), page);
    }

    private String application() {
        return house.database
                .owner()
                .sql("select id::text from organisation.meeting_right order by submitted_at desc, id desc limit 1")
                .query(String.class)
                .single();
    }

    private List<String> states() {
        return house.database
                .owner()
                .sql("select state from organisation.meeting_right where staff_id = ? order by submitted_at, id")
                .param(nurse.value())
                .query(String.class)
                .list();
    }

    private List<String> read() {
        return house.database
                .owner()
                .sql("select version from organisation.routine_reading where staff_id = ? order by version")
                .param(nurse.value())
                .query(String.class)
                .list();
    }

    private List<String> onRecord() {
        return house.database
                .owner()
                .sql(
                        "select actor_name || ' ' || action from audit.event where object_type = 'meeting-right' and object_id = ?::uuid")
                .param(application())
                .query(String.class)
                .list();
    }
}
