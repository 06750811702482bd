package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody reads or writes stays where it is while the world goes on. */
@ExtendWith(Stories.class)
class NothingMovesNorIsLostTests {
    private static final String HALF_WRITTEN = "Jag kommer så snart jag";

    /** Where the field stands on the screen, what it holds and whether the next letter still goes there. */
    private static final String PLACE = """
            () => {
              const field = document.activeElement;
              return {
                top: Math.round(field.getBoundingClientRect().top),
                name: field.getAttribute('name'),
                text: field.value,
                cursor: field.selectionStart,
                open: field.closest('details').open,
              };
            }""";

    /** R0-50, R0-61: a row that arrives moves neither the focus nor the page under the eye. */
    @Test
    void a_row_that_arrives_while_somebody_writes_moves_nothing(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        people.careWorker().knocksFor("Gunnar Provström", "Noor Sandgren");
        var row = nurse.rowOf("Gunnar Provström");
        row.locator("details.more summary").click();
        var field = row.locator("form[action$='/hembesok'] textarea[name=message]");
        field.fill(HALF_WRITTEN);
        field.evaluate("field => field.setSelectionRange(4, 4)");
        var before = nurse.person().page().evaluate(PLACE);

        people.careWorker().knocksFor(CareWorker.PATIENT, "Noor Sandgren");
        nurse.rowOf(CareWorker.PATIENT);

        assertThat(nurse.person().page().evaluate(PLACE)).isEqualTo(before);
        assertThat(before)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("name", "message", "text", HALF_WRITTEN, "cursor", 4, "open", true));
        row.locator("form[action$='/hembesok'] select").selectOption("needs-examination");
        row.locator("form[action$='/hembesok'] button[type=submit]").click();
        nurse.turnsAway(CareWorker.PATIENT, "hembesok", "Behöver undersökas på plats", HALF_WRITTEN);
    }

    /** R0-51..R0-54: who goes back, or loads the page again, finds what they have typed. */
    @Test
    void going_back_from_the_knock_loses_nothing_that_was_typed(People people) {
        var careWorker = people.careWorker();
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren");
        var page = careWorker.person().page();
        page.waitForResponse("**/bedomningssamtal/utkast", () -> page.locator("input[name=staffName]")
                .press("End"));
        page.locator("p.back a").click();
        page.waitForURL(people.installation().url("ipad", "/"));
        careWorker.startsAssessmentCall();
        assertThat(page.locator("input[name=staffName]").inputValue()).isEqualTo(CareWorker.NAME);
        assertThat(page.locator("input[name=identityNumber]").inputValue()).isEqualTo(CareWorker.IDENTITY_NUMBER);
        assertThat(page.locator("input[name=reason]:checked").inputValue()).isEqualTo("FALL");
        assertThat(page.locator("input[name=spokenWith]:checked").count()).isOne();
        assertThat(String.valueOf(page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")))
                .as("what a shared device keeps")
                .doesNotContain(CareWorker.NAME, CareWorker.PATIENT, CareWorker.PHONE, CareWorker.IDENTITY_NUMBER);
    }

    /** R0-50: a double tap is one knock. */
    @Test
    void a_double_tap_knocks_once(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren", CareWorker.NAME, "Gunnar Provström");
        careWorker.person().page().evaluate("""
                () => {
                  const form = document.getElementById('knock-form');
                  form.querySelector('button[type=submit]').click();
                  form.querySelector('button[type=submit]').click();
                  void fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true });
                }""");
        careWorker.person().page().waitForURL("**/samtal");
        careWorker.person().page().locator("#call-root[data-stage=waiting]").waitFor();
        nurse.rowOf("Gunnar Provström");
        assertThat(nurse.rowsOf("Gunnar Provström").count()).isOne();
        nurse.turnsAway("Gunnar Provström", "hembesok", "Behöver undersökas på plats", HALF_WRITTEN);
        assertThat(nurse.rowsOf("Gunnar Provström").count()).isZero();
    }

    /** R4-352: after the end for all, the links of both are dead. */
    @Test
    void after_the_end_for_all_the_links_open_nothing(People people) {
        var call = OngoingCall.begin(people);
        var nurses = call.nurse().person().page().url();
        var careWorkers = call.careWorker().person().page().url();
        call.nurse().room().endsForAll();
        call.careWorker().room().isOver();
        call.nurse().person().page().navigate(nurses);
        call.careWorker().person().page().navigate(careWorkers);
        for (Person person : call.both()) {
            assertThat(person.page().locator("#call-root").count())
                    .as(person.role())
                    .isZero();
            assertThat(person.cameraRequests()).as(person.role()).isZero();
        }
    }
}
