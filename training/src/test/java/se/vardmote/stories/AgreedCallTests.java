package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two have agreed on a call: one waits at a computer, the other comes to it with the patient's number. */
@Tag("thorough")
@ExtendWith(Stories.class)
class AgreedCallTests {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** R0-11 to R0-13, R0-17, R0-20, S3, B2. */
    @Test
    void a_planned_call_shows_no_patient_until_the_number_is_right_and_becomes_a_call(People people) {
        var soon = LocalDateTime.now(SWEDEN).plusMinutes(3);
        assumeTrue(soon.toLocalDate().equals(LocalDateTime.now(SWEDEN).toLocalDate()), "the device shows today only");
        var nurse = people.nurse();
        nurse.goesOnDuty();
        String name = nurse.plans("Hemtjänst Höllviken", soon);
        Screens.look(nurse.person(), "planned-call");
        nurse.person().page().navigate(people.installation().url("sjukskoterska", "/planerade/ny"));
        nurse.person().page().locator("details.series summary").click();
        Screens.look(nurse.person(), "plan");
        nurse.person().page().navigate(people.installation().url("sjukskoterska", "/planerade"));
        Screens.look(nurse.person(), "planned-list");
        nurse.person().page().navigate(people.installation().url("sjukskoterska", "/min-dag"));

        var careWorker = people.careWorker();
        Page page = careWorker.person().page();
        Locator row = page.locator("li.row").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(row.innerText()).contains("Noor Sandgren");
        assertThat(page.locator("main").innerText()).doesNotContain(CareWorker.PATIENT, "1212", "Träning");
        Screens.look(careWorker.person(), "start-with-a-planned-call");
        row.locator("a").click();
        page.waitForURL("**/bedomningssamtal/planerat/*");
        assertThat(page.locator("main").innerText()).doesNotContain(CareWorker.PATIENT);
        page.locator("input[name=identityNumber]").fill("196101182803");
        page.locator("main form button[type=submit]").click();
        page.locator("[aria-invalid=true]").waitFor();
        assertThat(page.content()).doesNotContain(CareWorker.PATIENT);
        page.locator("input[name=identityNumber]").fill(CareWorker.IDENTITY_NUMBER);
        page.locator("main form button[type=submit]").click();
        page.locator("[data-arrival-patient]").waitFor();
        assertThat(page.locator("[data-arrival-patient]").innerText()).contains(CareWorker.PATIENT, "Noor Sandgren");
        assertThat(page.locator("input[name=staffName]").inputValue()).isEqualTo(CareWorker.NAME);
        Screens.look(careWorker.person(), "arrival-known");
        careWorker.knocks();
        careWorker.room().awaitsOwnPicture();

        assertThat(nurse.rowOf(CareWorker.PATIENT).innerText()).contains("Planerat");
        Screens.look(nurse.person(), "my-day-a-planned-one-waits");
        becomeACall(nurse, careWorker);
        assertThat(careWorker.person().troubles()).isEmpty();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    /** R0-17, R0-18, R0-21, R0-56, S4: somebody licensed at the patient's, in any browser. */
    @Test
    void a_call_that_the_professional_starts_is_come_to_with_six_digits_and_the_number(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        String digits = nurse.startsACall();
        Screens.look(nurse.person(), "my-day-awaits-somebody");
        assertThat(nurse.person().page().url()).doesNotContain(digits.replace(" ", ""));

        var colleague = new CareWorker(people.visitor());
        Page page = colleague.person().page();
        page.navigate(people.installation().loopback("/bedomningssamtal/kod"));
        page.locator("input[name=code]").fill(digits);
        page.locator("main form button[type=submit]").click();
        page.locator("input[name=identityNumber]").fill("196101182803");
        page.locator("main form button[type=submit]").click();
        page.locator("[aria-invalid=true]").waitFor();
        Screens.look(colleague.person(), "arrival-by-code-wrong");
        page.locator("input[name=identityNumber]").fill(CareWorker.IDENTITY_NUMBER);
        page.locator("main form button[type=submit]").click();
        page.locator("[data-arrival-patient]").waitFor();
        page.locator("select[name=staffRole]").selectOption("DISTRICT_NURSE");
        colleague.knocks();
        colleague.room().awaitsOwnPicture();

        assertThat(nurse.rowOf(CareWorker.PATIENT).innerText()).contains("distriktssköterska", "inte identifierad");
        nurse.person().awaitTrue("!document.querySelector('#awaited [data-call-code]')");
        becomeACall(nurse, colleague);
        nurse.person()
                .page()
                .locator("[data-panel=people]")
                .getByText("Distriktssköterska")
                .first()
                .waitFor();
        assertThat(colleague.person().troubles()).isEmpty();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    /** R0-12, R0-13, R0-16: the other direction. */
    @Test
    void a_care_worker_plans_on_the_device_and_both_see_it(People people) {
        var soon = LocalDateTime.now(SWEDEN).plusMinutes(3);
        assumeTrue(soon.toLocalDate().equals(LocalDateTime.now(SWEDEN).toLocalDate()), "both show today only");
        var careWorker = people.careWorker();
        Page page = careWorker.person().page();
        page.locator("a[href='/bedomningssamtal/planera']").click();
        page.waitForURL("**/bedomningssamtal/planera");
        Screens.look(careWorker.person(), "plan-on-a-device");
        careWorker.plans("Noor Sandgren", soon);
        page.waitForURL("**/?hande=planned");
        assertThat(page.locator("main").innerText()).contains("Noor Sandgren").doesNotContain(CareWorker.PATIENT);

        var nurse = people.nurse();
        Locator row = nurse.person()
                .page()
                .locator("#today li")
                .filter(new Locator.FilterOptions().setHasText("Planerat"))
                .last();
        assertThat(row.innerText()).contains(CareWorker.PATIENT);
        row.locator("a").click();
        nurse.person().page().waitForURL("**/planerade/*");
        assertThat(nurse.person().page().locator("main").innerText())
                .contains(CareWorker.NAME, "Planerat från enheten");
        nurse.person().page().locator("button[value=en]").click();
        nurse.person().page().waitForURL("**/planerade/*?hande=cancelled");
        page.navigate(page.url());
        assertThat(careWorker.person().troubles()).isEmpty();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    private static void becomeACall(Professional nurse, CareWorker other) {
        nurse.admits(CareWorker.PATIENT);
        other.room().awaitsTheOthersPicture();
        nurse.room().awaitsTheOthersPicture();
    }
}
