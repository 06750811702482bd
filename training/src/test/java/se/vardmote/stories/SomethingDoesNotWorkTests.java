package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From something that does not work to what helps the next. */
@ExtendWith(Stories.class)
class SomethingDoesNotWorkTests {
    private static final String TELL = "Något fungerar inte";
    private static final String REMEDY = "Välj ”Högtalare” i inställningarna på plattan.";

    /** R3-20, R3-21, R4-275, R0-8. */
    @Test
    @Tag("thorough")
    void a_disturbance_is_told_from_the_start_page_and_the_call_ranked_and_what_helps_is_told_to_the_next(
            People people) {
        var careWorker = people.careWorker();
        Page page = careWorker.person().page();
        tells(page, "Det går långsamt eller hackar");
        assertThat(page.locator("main").textContent()).contains("nätverkssladd");
        Screens.look(page, "disturbance-thanks");
        tells(page, "Ljudet");
        page.navigate(people.installation().url("ipad", "/"));

        var nurse = people.nurse();
        nurse.goesOnDuty();
        careWorker.knocksFor(CareWorker.PATIENT, "Noor Sandgren");
        tellsWithoutLeaving(page, "waiting");
        nurse.admits(CareWorker.PATIENT);
        careWorker.room().awaitsTheOthersPicture();
        page.locator("[data-action=more]").click();
        tellsWithoutLeaving(page, "room");
        careWorker.room().awaitsTheOthersPicture();

        Page list = people.administrator().page();
        list.locator(".admin-nav").getByText("Drift").click();
        list.getByRole(AriaRole.LINK, named("Störningar")).click();
        Screens.look(list, "disturbances");
        assertThat(list.locator(".ranked li").first().textContent()).contains("Ljudet", "3", "Rapporterad");
        list.locator(".ranked a").first().click();
        list.locator("label:has(input[value=WORKAROUND])").click();
        list.locator("textarea[name=remedy]").fill(REMEDY);
        list.getByRole(AriaRole.BUTTON, named("Spara")).click();
        list.locator("#state-now[data-state=WORKAROUND]").waitFor();
        Screens.look(list, "disturbance-followed");

        nurse.room().endsForAll();
        careWorker.room().isOver();
        careWorker.room().goesOn();
        Screens.look(page, "goodbye-how-did-it-go");
        page.locator("button[name=went][value=GOOD]").click();
        page.getByText("Tack för svaret.").waitFor();

        page.navigate(people.installation().url("ipad", "/fungerar-inte?page=start"));
        assertThat(page.locator("label:has(input[value=SOUND])").textContent()).contains(REMEDY);
        Screens.look(page, "disturbance-known");
        answersAboutTheHomeVisit(people, nurse);
        assertThat(careWorker.person().troubles()).isEmpty();
    }

    /** R0-7. */
    private static void answersAboutTheHomeVisit(People people, Professional nurse) {
        Page page = nurse.person().page();
        page.navigate(people.installation().url("sjukskoterska", "/min-dag"));
        nurse.notesToSign().last().click();
        page.locator("#home-visit button[value=yes]").waitFor();
        Screens.look(page, "note-home-visit");
        page.locator("#home-visit button[value=yes]").click();
        page.getByText("Tack. Svaret är sparat utan namn.").waitFor();
        assertThat(page.locator("textarea[name=measures]").count())
                .as("still at the note")
                .isEqualTo(1);
    }

    private static void tells(Page page, String what) {
        page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1/"));
        page.getByRole(AriaRole.LINK, named(TELL)).click();
        page.locator("label")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(what))
                .click();
        Screens.photograph(page, "disturbance", com.microsoft.playwright.options.ColorScheme.LIGHT);
        page.getByRole(AriaRole.BUTTON, named("Skicka")).click();
        page.getByText("Tack, nu är det rapporterat").waitFor();
    }

    private static void tellsWithoutLeaving(Page page, String where) {
        page.locator("[data-action=disturbance]:visible").first().click();
        page.locator("dialog[data-sheet=disturbance] input[value=SOUND]").check();
        Screens.look(page, "disturbance-in-the-" + where);
        page.locator("[data-action=send-disturbance]").click();
        page.locator(".disturbance-answer")
                .getByText("Tack, nu är det rapporterat")
                .waitFor();
        Screens.look(page, "disturbance-told-in-the-" + where);
        page.locator("dialog[data-sheet=disturbance] [data-action=close-sheet]").click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
