package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.meetings.Meetings;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-39: "Min dag" says in time that the content goes, of a note to sign and of one to enter in the record. */
class RemindingOfTheNoteTests {
    private static final String SARA = "SE2120001132-1001";
    private final TestHouse house = TestHouse.anew();

    @BeforeEach
    void two_calls_have_been_of_which_one_is_signed() {
        // Far from midnight, whatever the clocks do meanwhile: days are counted.
        ZonedDateTime now = house.clock().instant().atZone(ZoneId.of("Europe/Stockholm"));
        house.clock().set(now.plusDays(1).with(LocalTime.NOON).toInstant());
        StaffId sara = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        var calls = new TestCalls(house);
        DropIn unsigned = calls.of(calls.knocks("Tolvan Tolvansson", "19121212-1212"));
        MeetingId meeting = calls.admitted(unsigned, sara);
        house.context().getBean(Meetings.class).end(TestCast.VELLINGE, meeting, sara);
        calls.documented("Elsa Provdotter", "20030202-2389", sara, "Tryck på såret");
    }

    @Test
    void nothing_is_said_on_the_day_itself() {
        assertThat(day()).contains("Tolvan Tolvansson", "Elsa Provdotter").doesNotContain("data-since-day");
    }

    @Test
    void from_day_7_on_it_says_how_many_days_are_left() {
        house.clock().pass(Duration.ofDays(7));
        assertSaidOfBoth("<span class=\"days-left\" data-since-day=\"7\">Innehållet raderas om 53 dagar</span>");
    }

    /** A sign besides the words. */
    @Test
    void on_day_55_it_says_so_with_a_warning() {
        house.clock().pass(Duration.ofDays(55));
        assertSaidOfBoth("<span class=\"days-left\" data-since-day=\"55\"><svg", "Innehållet raderas om 5 dagar");
    }

    @Test
    void on_the_last_day_it_says_that_it_goes_tonight_and_then_no_more() {
        house.clock().pass(Duration.ofDays(60));
        assertSaidOfBoth("Innehållet raderas i natt");
        house.clock().pass(Duration.ofDays(1));
        assertThat(day()).contains("Tolvan Tolvansson", "Elsa Provdotter").doesNotContain("data-since-day");
    }

    private void assertSaidOfBoth(String... said) {
        String day = day();
        assertThat(list(day, "to-sign")).contains("Tolvan Tolvansson").contains(said);
        assertThat(list(day, "to-enter")).contains("Elsa Provdotter").contains(said);
    }

    private String day() {
        return house.signedIn(SARA).get("/min-dag").body();
    }

    private static String list(String page, String id) {
        int from = page.indexOf("id=\"" + id + "\"");
        return page.substring(from, page.indexOf("</ul>", from));
    }
}
