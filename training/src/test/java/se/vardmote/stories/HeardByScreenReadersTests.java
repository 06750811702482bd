package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who does not see the screen hears: where they are, what is new, and where the focus went. */
@Tag("thorough")
@ExtendWith(Stories.class)
class HeardByScreenReadersTests {

    /** R0-6. */
    @Test
    void the_wait_the_admission_every_line_and_the_end_are_said(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor("Maria Provberg", "Noor Sandgren");
        var page = careWorker.person().page();
        assertThat(page.title()).isEqualTo("Du väntar – Vårdmöte");
        assertThat(page.locator(".call-place[role=status]").textContent()).isEqualTo("Du står först i kön.");
        page.locator(".call-check select").first().focus();

        nurse.admits("Maria Provberg");

        page.locator("#call-root[data-stage=admitted]").waitFor();
        careWorker.person().awaitTrue("document.title === 'Samtalet pågår – Vårdmöte'");
        assertThat(said(page)).contains("Du är insläppt. Samtalet har börjat.");
        assertThat(focused(page))
                .as("the focus, whose field went with the wait")
                .isEqualTo("Samtalet");
        nurse.person().awaitTrue("document.title === 'Samtalet pågår – Vårdmöte'");
        assertThat(focused(nurse.person().page())).isEqualTo("Samtalet");

        nurse.room().writes("Ja");
        nurse.room().writes("Ja");
        careWorker.person().awaitTrue("document.querySelectorAll('.call-entry[data-entry=said]').length === 2");
        assertThat(said(page)).containsSubsequence("Noor Sandgren skriver: Ja", "Noor Sandgren skriver: Ja");

        page.reload();
        OngoingCall.awaitSeat(careWorker.person());
        careWorker.person().awaitTrue("document.querySelectorAll('.call-entry[data-entry=said]').length === 2");
        assertThat(said(page)).as("old lines after a reload").noneMatch(line -> line.contains("skriver"));

        nurse.room().endsForAll();
        careWorker.room().isOver();
        assertThat(page.title()).isEqualTo("Samtalet är avslutat – Vårdmöte");
        assertThat(focused(page)).isEqualTo("Samtalet är avslutat");
    }

    private static List<String> said(Page page) {
        return page.locator(".call-aloud[role=log][aria-live=polite] p").allTextContents();
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement?.textContent"));
    }
}
