package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R0-36, R0-41: a shared iPad. What was typed about a patient is not there for the next person, whatever they press. */
@Tag("thorough")
@ExtendWith(Stories.class)
class NothingStaysOnTheIPadTests {
    private static final List<String> PERSONAL =
            List.of(CareWorker.NAME, CareWorker.PATIENT, CareWorker.PHONE, CareWorker.IDENTITY_NUMBER);

    /** Everything of the page that somebody could read, but for the number in its hint; what its address and its browser keep. */
    private static final String KEPT = """
            () => [document.documentElement.outerHTML.replace('Till exempel 19121212-1212', ''), location.href,
              ...[...document.querySelectorAll('input, textarea')].map((field) => field.value),
              JSON.stringify([{ ...localStorage }, { ...sessionStorage }])].join('\\n')""";

    private static final double MINUTE = 60_000;

    @Test
    void after_the_call_neither_the_page_nor_the_way_back_shows_anything(People people) {
        var call = OngoingCall.begin(people);
        var ipad = call.careWorker().person();
        call.nurse().room().endsForAll();
        call.careWorker().room().isOver();
        assertNothingPersonal(ipad, "the end");
        call.careWorker().room().goesOn();
        assertNothingPersonal(ipad, "goodbye");
        ipad.page().locator("main a[href='/']").click();
        ipad.page().waitForURL(people.installation().url("ipad", "/"));
        for (int steps = 1; steps <= 5; steps++) {
            ipad.page().goBack();
            assertNothingPersonal(ipad, steps + " steps back");
        }
        assertThat(cookies(ipad)).contains("__Host-device").doesNotContain("__Host-seat", "__Host-draft");
    }

    @Test
    void one_press_clears_what_the_one_before_has_typed(People people) {
        var careWorker = people.careWorker();
        var page = careWorker.person().page();
        typed(careWorker);
        page.locator("p.back a").click();
        page.waitForURL(people.installation().url("ipad", "/"));
        Screens.look(careWorker.person(), "start-half-written");
        careWorker.startsAssessmentCall();
        Screens.look(careWorker.person(), "knock-half-written");
        press(page, "Rensa och byt person");
        page.waitForURL(people.installation().url("ipad", "/"));
        assertThat(page.getByText("Rensa och byt person").count()).isZero();
        careWorker.startsAssessmentCall();
        assertNothingPersonal(careWorker.person(), "the form");
        page.goBack();
        page.goBack();
        assertNothingPersonal(careWorker.person(), "two steps back");
        assertThat(cookies(careWorker.person())).doesNotContain("__Host-draft");
    }

    /** What is half a second from being kept when somebody clears is not kept after all. */
    @Test
    void what_is_about_to_be_kept_is_not_kept_once_it_has_been_cleared(People people) {
        var careWorker = people.careWorker();
        var page = careWorker.person().page();
        typed(careWorker);
        page.context().route("**/byt-person", route -> {
            // Longer than the form waits before it keeps what was typed.
            page.waitForTimeout(1_000);
            route.resume();
        });
        page.locator("input[name=patientName]").press("End");
        page.keyboard().type("s");
        press(page, "Rensa och byt person");
        page.waitForURL(people.installation().url("ipad", "/"));
        careWorker.startsAssessmentCall();
        assertNothingPersonal(careWorker.person(), "the form");
    }

    @Test
    void five_minutes_without_a_touch_empty_the_form_and_a_touch_keeps_it(People people) {
        var careWorker = people.careWorker();
        var page = careWorker.person().page();
        page.clock().install();
        typed(careWorker);
        page.clock().fastForward((long) (4.6 * MINUTE));
        Screens.photograph(page, "knock-idle", com.microsoft.playwright.options.ColorScheme.LIGHT);
        press(page, "Jag är kvar");
        assertThat(page.locator("form[data-idle]").isVisible()).isFalse();
        page.clock().fastForward((long) (4 * MINUTE));
        assertThat(page.locator("input[name=patientName]").inputValue()).isEqualTo(CareWorker.PATIENT);
        page.clock().fastForward((long) (1.1 * MINUTE));
        page.waitForURL(people.installation().url("ipad", "/"));
        assertNothingPersonal(careWorker.person(), "the start");
        careWorker.startsAssessmentCall();
        assertNothingPersonal(careWorker.person(), "the form");
    }

    private static void typed(CareWorker careWorker) {
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren");
        var page = careWorker.person().page();
        page.waitForResponse("**/bedomningssamtal/utkast", () -> page.locator("input[name=staffName]")
                .press("End"));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static void assertNothingPersonal(Person person, String where) {
        assertThat(String.valueOf(person.page().evaluate(KEPT))).as(where).doesNotContain(PERSONAL);
    }

    private static List<String> cookies(Person person) {
        return person.context().cookies().stream().map(cookie -> cookie.name).toList();
    }
}
