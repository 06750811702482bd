package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody whose device nobody has enrolled, let in by six characters that the professional reads out in the telephone. */
@Tag("thorough")
@ExtendWith(Stories.class)
class ComingInByCodeTests {

    /** R0-11, R0-50. */
    @Test
    void a_code_read_out_in_the_agreeing_phone_call_leads_to_the_queue(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        String code = nurse.asksForACode();

        var stranger = new CareWorker(people.visitor());
        var page = stranger.person().page();
        start(page);
        page.waitForURL("**/bedomningssamtal/kod");
        page.locator("input[name=code]").fill("AAAAAA");
        page.locator("main form button[type=submit]").click();
        page.locator("[aria-invalid=true]").waitFor();
        page.locator("input[name=code]").fill(code.toLowerCase(java.util.Locale.ROOT));
        page.locator("main form button[type=submit]").click();
        page.waitForURL("**/bedomningssamtal");

        stranger.fillsInTheKnock("Noor Sandgren", CareWorker.NAME, "Maria Provberg");
        stranger.knocks();
        page.locator("#call-root[data-stage=waiting]").waitFor();
        assertThat(nurse.rowOf("Maria Provberg").textContent()).contains("Kom in med kod");
        assertThat(page.url()).doesNotContain(code);
        nurse.turnsAway("Maria Provberg", "annat-satt", "Telefon räcker", "Vi ringer upp.");
        page.locator("#call-root[data-stage=refused]").waitFor();
        assertThat(stranger.person().troubles()).isEmpty();
    }

    /** R0-50: with neither device nor code there are numbers to ring and nothing else. */
    @Test
    void without_a_code_there_is_a_number_to_ring_and_no_form(People people) {
        var page = people.visitor().page();
        start(page);
        page.waitForURL("**/bedomningssamtal/kod");
        assertThat(page.locator(".numbers").innerText()).containsPattern("\\d{3}-[\\d ]+");
        page.navigate(people.installation().loopback("/bedomningssamtal"));
        assertThat(page.locator("#knock-form").count()).isZero();
    }

    private static void start(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Starta bedömningssamtal (video)"))
                .click();
    }
}
