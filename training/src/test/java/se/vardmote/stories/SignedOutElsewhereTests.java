package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R0-1, R0-2: signing out in one window ends what is open in the others, at once and with a word that says why. */
@Tag("thorough")
@ExtendWith(Stories.class)
class SignedOutElsewhereTests {
    private static final String HEADING = "Du är inte längre inloggad";

    @Test
    void the_day_in_the_other_window_says_so_and_shows_no_names_any_more(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        people.careWorker().knocksFor("Maria Provberg", "Noor Sandgren");
        nurse.rowOf("Maria Provberg");

        signsOutInAnotherWindow(nurse);

        Page day = nurse.person().page();
        day.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(HEADING))
                .waitFor();
        assertThat(day.content()).doesNotContain("Maria Provberg").contains("i ett annat fönster");
        assertThat(day.evaluate("document.activeElement.tagName")).isEqualTo("H1");
        day.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in igen"))
                .waitFor();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    @Test
    void the_call_in_the_other_window_closes_and_goes_on_for_the_patient(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor("Tolvan Tolvansson", "Noor Sandgren");
        nurse.admits("Tolvan Tolvansson");
        careWorker.room().awaitsTheOthersPicture();

        signsOutInAnotherWindow(nurse);

        Page call = nurse.person().page();
        call.locator("#call-root[data-reason=signed-out]").waitFor();
        assertThat(call.locator(".call-over").textContent()).contains(HEADING, "Samtalet är inte avslutat");
        assertThat(careWorker.person().page().locator("#call-root").getAttribute("data-stage"))
                .isEqualTo("admitted");
    }

    private static void signsOutInAnotherWindow(Professional nurse) {
        Page other = nurse.person().context().newPage();
        other.navigate(nurse.person().page().url().replaceAll("/(min-dag|samtal).*", "/min-dag"));
        other.locator("form[action='/logga-ut'] button").click();
        other.waitForURL(url -> !url.endsWith("/min-dag"));
    }
}
