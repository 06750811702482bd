package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies again and again while two people write to each other. */
@Tag("thorough")
@ExtendWith(Stories.class)
class TwentyKillsTests {
    private static final int KILLS = 20;
    private static final long SEED = 20_261_122;
    private static final int MOST_LINES_BETWEEN = 40;
    private static final double SOON = 1_000;

    /** R0-6, R0-35: what was acknowledged is kept, nothing twice, and both are back with picture each time. */
    @Test
    void every_acknowledged_line_is_kept_once_through_twenty_kills(People people) {
        var call = OngoingCall.begin(people);
        call.talk("innan");
        var writings = call.both().stream().map(Writing::begin).toList();
        var random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            writings.get(kill % 2).awaitMore(1 + random.nextInt(MOST_LINES_BETWEEN));
            people.installation().kill9AndRestart();
            awaitBothBack(call, kill);
        }
        writings.forEach(Writing::end);

        var acknowledged = new ArrayList<String>();
        var sent = new ArrayList<String>();
        for (Writing writing : writings) {
            assertThat(writing.slowestMillis()).as("ms to the slowest answer").isLessThanOrEqualTo(SOON);
            acknowledged.addAll(writing.acknowledgedLines());
            sent.addAll(writing.sentLines());
        }
        for (Person person : call.both()) {
            var kept = keptAfterReload(person, acknowledged.size());
            assertThat(kept).as("no line twice").doesNotHaveDuplicates();
            assertThat(new HashSet<>(kept)).as("acknowledged and kept").containsAll(acknowledged);
            assertThat(new HashSet<>(sent)).as("kept and sent").containsAll(kept);
        }
    }

    private static void awaitBothBack(OngoingCall call, int kill) {
        try {
            call.awaitBothInTheirSeats();
            call.awaitBothPictures();
        } catch (PlaywrightException e) {
            throw new AssertionError("Both are back in their seats with picture after kill " + kill, e);
        }
    }

    private static List<String> keptAfterReload(Person person, int atLeast) {
        person.page().reload();
        OngoingCall.awaitSeat(person);
        var text = person.page().locator("#room-text");
        if (!text.isVisible()) person.page().locator("[data-action=text]").click();
        text.waitFor();
        var lines = person.page().locator(".call-entry[data-entry=said] .entry-text");
        var earlier = person.page().locator("[data-action=earlier-text]");
        person.page().waitForCondition(() -> {
            if (earlier.isVisible()) earlier.click();
            return lines.count() >= atLeast && !earlier.isVisible();
        });
        return lines.allTextContents().stream()
                .filter(line -> line.contains(" skriver rad "))
                .toList();
    }
}
