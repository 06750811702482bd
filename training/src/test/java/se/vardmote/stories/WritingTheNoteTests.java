package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A note from the first word during the call until it stands in the record system. */
@ExtendWith(Stories.class)
class WritingTheNoteTests {
    private static final Map<String, String> WRITTEN = Map.of(
            "situation", "Föll i badrummet i morse.",
            "background", "Går annars med rollator.",
            "observations", "Ingen smärta. Rör armar och ben.",
            "measures", "Avvaktar. Höger höft följs upp i morgon.");

    /** R0-14, R0-19, R0-38, R2-77, PDL 3:6, 3:10, 3:14. */
    @Test
    void a_nurse_writes_in_four_parts_during_the_call_signs_corrects_takes_it_along_and_marks_it_entered(
            People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor(CareWorker.PATIENT, "Noor Sandgren");
        nurse.admits(CareWorker.PATIENT);
        nurse.room().awaitsTheOthersPicture();

        Page note = opensTheNoteBesideTheCall(nurse);
        assertThat(note.getByRole(AriaRole.BUTTON, named("Signera")).count())
                .as("before the end")
                .isZero();
        note.locator("#rightPatient").check();
        WRITTEN.forEach(
                (part, text) -> note.locator("textarea[name=" + part + "]").fill(text));
        note.waitForResponse(
                "**/utkast", () -> note.locator("textarea[name=measures]").blur());
        Screens.look(note, "note-ongoing");

        nurse.room().endsForAll();
        nurse.room().isOver();
        note.reload();
        WRITTEN.forEach((part, text) -> assertThat(
                        note.locator("textarea[name=" + part + "]").inputValue())
                .as("kept while it was typed: " + part)
                .isEqualTo(text));
        Screens.look(note, "note");
        note.getByRole(AriaRole.BUTTON, named("Signera")).click();
        assertThat(state(note)).contains("Signerad här – ännu inte införd i journalsystemet");
        Screens.look(note, "note-signed");

        corrects(note);
        assertThat(note.locator("#earlier article").textContent()).contains("Höger höft");
        note.locator("#earlier summary").click();
        Screens.look(note, "note-corrected");

        assertIsAPdf(note);
        copies(note);
        note.locator("a[href$='/kontakten']").click();
        note.locator(".events li").first().waitFor();
        assertThat(note.locator(".events").textContent()).contains("knackade på", "Samtalet slutade", "rättad av");
        Screens.look(note, "contact");
        note.goBack();

        note.locator("#system").fill("Journalsystemet");
        note.getByRole(AriaRole.BUTTON, named("Markera som införd")).click();
        note.getByText("Införd i journalsystemet: Journalsystemet").waitFor();
        Screens.look(note, "note-entered");
        String address = URI.create(note.url()).getPath();
        note.locator("main a[href='/min-dag']").first().click();
        note.locator("#to-do").waitFor();
        assertThat(note.locator("#to-do a[href='" + address + "']").count())
                .as("left to enter")
                .isZero();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    private static Page opensTheNoteBesideTheCall(Professional nurse) {
        var page = nurse.person().page();
        page.locator("[data-action=more]").click();
        Page note = page.context()
                .waitForPage(() -> page.locator("[data-action=note]").click());
        note.waitForURL("**/anteckning/*");
        page.keyboard().press("Escape");
        return note;
    }

    private static void corrects(Page note) {
        note.locator("#correct summary").click();
        note.locator("textarea[name=measures]").fill("Avvaktar. Vänster höft följs upp i morgon.");
        note.getByRole(AriaRole.BUTTON, named("Signera rättelsen")).click();
        note.locator("#earlier").waitFor();
        assertThat(note.locator("#signed").textContent()).contains("version 2");
    }

    /** Asked for by the page: only a browser knows the name under which the product answers. */
    private static void assertIsAPdf(Page note) {
        assertThat(note.locator("a[href$='/pdf']").evaluate("""
                async link => {
                  const answer = await fetch(link.href);
                  const start = new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 5));
                  return `${answer.status} ${answer.headers.get('content-type')} ${start}`;
                }""")).isEqualTo("200 application/pdf %PDF-");
    }

    private static void copies(Page note) {
        note.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        note.locator("a[data-copies]").click();
        note.locator("[data-copied]")
                .filter(new Locator.FilterOptions().setHasText("Kopierat"))
                .waitFor();
        assertThat(String.valueOf(note.evaluate("navigator.clipboard.readText()")))
                .contains("Åtgärder\nAvvaktar. Vänster höft", "version 2");
    }

    private static String state(Page note) {
        note.locator("#note-state").waitFor();
        return note.locator("#note-state").textContent();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "$"));
    }
}
