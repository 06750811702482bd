package se.vardmote.stories;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R0-41, B7: every browser on an iPad is WebKit inside. The same walk as for axe, in that engine. */
@Tag("thorough")
@ExtendWith(Stories.class)
class LaidOutInWebKitTests {

    @Test
    void every_page_but_the_call_fits_a_telephone_a_tablet_and_a_computer_in_webkit(People people) {
        try (var webKit = new WebKit()) {
            var visits = new VisitsInWebKit(webKit);
            new AccessibilityTests().walk(people, visits);
            visits.assertNothingIsWrong();
        }
    }
}
