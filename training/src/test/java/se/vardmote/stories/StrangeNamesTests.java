package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names as people have them: long, written from the right, with signs that no keyboard of ours has. */
@Tag("thorough")
@ExtendWith(Stories.class)
class StrangeNamesTests {
    private static final int LONGEST = 100;
    private static final String PATIENT = longest("مريم عبد الرحمن الخطيب ");
    private static final String STAFF =
            longest("Åsa-Märta \uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F Ørsted-Þórsdóttir ");

    /** R0-51, R0-53: a name stays whole in the row, in the room and in the note. */
    @Test
    void a_hundred_characters_emoji_and_right_to_left_stay_whole_everywhere(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren", STAFF, PATIENT);
        careWorker.knocks();

        var row = nurse.rowOf(PATIENT);
        isShownWhole(row, PATIENT);
        isShownWhole(row, STAFF);
        fits(nurse.person().page(), "the day");
        nurse.admits(PATIENT);
        nurse.room().awaitsTheOthersPicture();
        isShownWhole(nurse.person().page().locator(".call-tile .tile-names"), STAFF);
        isShownWhole(nurse.person().page().locator(".call-tile .tile-names"), PATIENT);
        fits(nurse.person().page(), "the room of the nurse");
        fits(careWorker.person().page(), "the room of the care worker");

        var line = longest("سلام \uD83C\uDF3B Ö ");
        careWorker.room().writes(line);
        var read = nurse.person().page().locator(".call-entry[data-entry=said] .entry-text");
        read.waitFor();
        isShownWhole(read, line);

        nurse.room().endsForAll();
        nurse.room().isOver();
        nurse.person().page().navigate(people.installation().url("sjukskoterska", "/min-dag"));
        var toDo = nurse.person()
                .page()
                .locator("#to-sign a[href^='/anteckning/']")
                .filter(new Locator.FilterOptions().setHasText(PATIENT))
                .last();
        isShownWhole(toDo, PATIENT);
        toDo.click();
        nurse.person().page().waitForURL("**/anteckning/*");
        isShownWhole(nurse.person().page().locator("dl.facts").first(), PATIENT);
        isShownWhole(nurse.person().page().locator("dl.facts").first(), STAFF);
        fits(nurse.person().page(), "the note");
    }

    /** All of it is there, nothing of it is cut off or hidden under an ellipsis. */
    private static void isShownWhole(Locator place, String text) {
        assertThat(place.first().textContent()).contains(text);
        assertThat(place.first().evaluate("""
                place => [place, ...place.querySelectorAll('*')]
                  .filter(element => getComputedStyle(element).overflow !== 'visible'
                    && !element.matches('.visually-hidden, svg, svg *')
                    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
                  .map(element => element.outerHTML.slice(0, 120))""")).as("what cuts the name").isEqualTo(List.of());
    }

    private static void fits(Page page, String name) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s needs no scrolling sideways", name)
                .isEqualTo(true);
    }

    /** As many code points as a name may have, without space at either end. */
    private static String longest(String part) {
        var text = part.repeat(LONGEST);
        var cut = text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip();
        return cut + "ن".repeat(LONGEST - cut.codePointCount(0, cut.length()));
    }
}
