package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that is open is told of a stop that is announced meanwhile, keeps what was typed, and hears when it is called off. */
@ExtendWith(Stories.class)
class PlannedStopsTests {
    private static final String TEXT = "Vi byter server. Ring i stället.";
    private static final String TOLD = "[data-stops]";
    private static final int MORE_THAN_A_MINUTE = 61_000;

    @Test
    void an_open_page_hears_of_a_stop_within_a_minute_and_of_its_end(People people) {
        var careWorker = people.careWorker();
        Page page = careWorker.person().page();
        page.clock().install();
        careWorker.startsAssessmentCall();
        page.locator("#staffPhone").fill("070-174 06 05");
        Page administrator = people.administrator().page();

        announces(people, administrator);
        page.clock().fastForward(MORE_THAN_A_MINUTE);
        page.locator(TOLD).getByText(TEXT).waitFor();
        assertThat(page.locator("#staffPhone").inputValue())
                .as("what was typed")
                .isEqualTo("070-174 06 05");
        Screens.look(page, "stop-announced-to-an-open-page");

        administrator.locator("form[action$='/ta-bort'] button").first().click();
        administrator.waitForURL("**notice=removed");
        page.clock().fastForward(MORE_THAN_A_MINUTE);
        page.waitForCondition(() -> page.locator(TOLD).textContent().isBlank());
    }

    private static void announces(People people, Page administrator) {
        administrator.navigate(people.installation().url("administrator", "/admin/organisation/planerade-stopp"));
        LocalDateTime begins =
                LocalDateTime.now(ZoneId.of("Europe/Stockholm")).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        administrator.locator("#text").fill(TEXT);
        administrator.locator("#starts").fill(begins.toString());
        administrator.locator("#ends").fill(begins.plusHours(1).toString());
        administrator.locator("main form.form button[type=submit]").last().click();
        administrator.waitForURL("**notice=kept");
    }
}
