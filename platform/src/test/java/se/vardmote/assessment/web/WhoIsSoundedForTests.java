package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Escalations;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.UnitSetting;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-11, R0-31: the knock is heard first by the one it was agreed with, then by all on duty, at last by those off duty. */
class WhoIsSoundedForTests {
    private static final String FOR_NOBODY_YET = "data-sound=\"none\"";
    private static final String ON_DUTY = "data-sound=\"on-duty\"";
    /** The database rounds to microseconds. */
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private static final TestHouse house = new TestHouse();
    private static StaffId sara;
    private static TestBrowser saras;
    private static TestBrowser sivs;

    @BeforeAll
    static void open() {
        sara = house.cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        StaffId siv = house.cast.staff("SE2120001132-1002", "Siv Sjuk", Profession.NURSE);
        house.cast.commission(siv, TestCast.NURSES, TestCast.CARE);
        saras = house.signedIn("SE2120001132-1001");
        sivs = house.signedIn("SE2120001132-1002");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void bothOnDuty() {
        duty(saras, true);
        duty(sivs, true);
    }

    @AfterEach
    void nobodyWaits() {
        house.database
                .owner()
                .sql("update assessment.drop_in set state = 'WITHDRAWN'")
                .update();
    }

    @Test
    void first_for_the_one_it_was_agreed_with_and_after_twenty_seconds_for_all_on_duty() {
        knocks();
        assertThat(day(saras)).contains(ON_DUTY).doesNotContain(FOR_NOBODY_YET);
        assertThat(day(sivs)).contains(FOR_NOBODY_YET, "Överens med Sara Sjuk. Det låter först där");

        house.clock().pass(UnitSetting.AGREED_FIRST.plus(A_MOMENT));
        assertThat(day(sivs)).contains(ON_DUTY).doesNotContain(FOR_NOBODY_YET);
    }

    @Test
    void for_all_at_once_when_the_one_it_was_agreed_with_is_off_duty() {
        duty(saras, false);
        knocks();
        assertThat(day(sivs)).contains(ON_DUTY).doesNotContain(FOR_NOBODY_YET);
    }

    @Test
    void for_all_at_once_when_no_page_of_theirs_has_answered_for_a_minute() {
        house.clock().pass(Duration.ofMinutes(1));
        duty(sivs, true);
        knocks();
        assertThat(day(sivs)).contains(ON_DUTY).doesNotContain(FOR_NOBODY_YET);
    }

    @Test
    void off_duty_too_once_somebody_has_waited_too_long() {
        duty(sivs, false);
        knocks();
        house.clock().pass(UnitSetting.COVER_AFTER);
        house.context().getBean(Escalations.class).seekFurther();
        assertThat(day(sivs)).contains("data-sound=\"always\"", "Har väntat för länge. Nu söks även du.");
    }

    @Test
    void the_head_of_unit_sees_where_why_and_how_long_but_no_name() {
        house.cast.setting(TestCast.NURSES, 180, null, sara);
        knocks();
        for (int i = 0; i < 2; i++) {
            house.clock().pass(UnitSetting.COVER_AFTER.plus(A_MOMENT));
            house.context().getBean(Escalations.class).seekFurther();
        }
        assertThat(day(saras)).contains("1 väntar för länge på en enhet som du är chef för");
        assertThat(saras.get("/vantar-for-lange").body())
                .contains("Fall", "Kommunsjuksköterskorna", "6 min")
                .doesNotContain("Tolvan");
        assertThat(sivs.get("/vantar-for-lange").body()).contains("Ingen väntar för länge just nu.");
        house.database.owner().sql("delete from organisation.setting").update();
    }

    private static String day(TestBrowser browser) {
        return browser.get("/min-dag").body();
    }

    private static void duty(TestBrowser browser, boolean on) {
        browser.post("/min-dag/tjanst", Map.of("on", String.valueOf(on)), "/min-dag");
    }

    private static void knocks() {
        var receiving = house.context()
                .getBean(Organisation.class)
                .unit(TestCast.NURSES)
                .orElseThrow();
        house.context()
                .getBean(DropInRoom.class)
                .knock(
                        TestAssessment.knock("Tolvan Tolvansson", CallReason.FALL, sara),
                        new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving));
    }
}
