package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the one who waits is not let in, or not by the one who pressed last. */
@ExtendWith(Stories.class)
class TurnedAwayTests {
    private static final String MESSAGE = "Vi kommer hem till er före klockan fyra. Lägg benet högt så länge.";

    /** R0-14, R0-15. */
    @Test
    void a_home_visit_reaches_the_one_who_waits_with_a_message_and_opens_no_room(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor("Gunnar Provström", "Noor Sandgren");

        nurse.turnsAway("Gunnar Provström", "hembesok", "Behöver undersökas på plats", MESSAGE);

        var page = careWorker.person().page();
        page.locator("#call-root[data-stage=refused]").waitFor();
        assertThat(page.locator("[data-message]").textContent()).isEqualTo(MESSAGE);
        assertThat(page.locator(".call-over").textContent()).contains("Noor Sandgren");
        assertThat(page.locator(".call-tile").count()).as("tiles of others").isZero();
        careWorker.person().awaitTrue("vardmoteWitness.connections.every(c => c.connectionState === 'closed')");
        assertThat(nurse.rowsOf("Gunnar Provström").count())
                .as("rows that wait")
                .isZero();
        assertThat(nurse.person()
                        .page()
                        .locator("#today li")
                        .filter(new Locator.FilterOptions().setHasText("Gunnar Provström"))
                        .filter(new Locator.FilterOptions().setHasText("Hembesök"))
                        .locator("a")
                        .count())
                .as("ways into a room")
                .isZero();
        assertThat(careWorker.person().troubles()).isEmpty();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    /** R0-14, R0-15. */
    @Test
    void a_refusal_without_reason_is_not_sent_and_keeps_what_was_written(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor("Maria Provberg", "Noor Sandgren");

        var row = nurse.rowOf("Maria Provberg");
        row.locator("details.more summary").click();
        var form = row.locator("form[action$='/annat-satt']");
        form.locator("textarea[name=message]").fill(MESSAGE);
        form.locator("button[type=submit]").click();

        var answer = nurse.rowsOf("Maria Provberg").locator("form[action$='/annat-satt']");
        answer.locator("select[aria-invalid=true]").waitFor();
        assertThat(answer.locator("textarea[name=message]").inputValue()).isEqualTo(MESSAGE);
        assertThat(careWorker.person().page().locator("#call-root").getAttribute("data-stage"))
                .isEqualTo("waiting");
        answer.locator("select[name=reasonCode]").selectOption("phone-is-enough");
        answer.locator("button[type=submit]").click();
        careWorker.person().page().locator("#call-root[data-stage=refused]").waitFor();
    }

    /** R0-14: of two who let in the same person at once, one does and the other reads who did. */
    @Test
    void of_two_professionals_one_lets_in_and_the_other_reads_who_did(People people) {
        var first = people.physiotherapist();
        first.goesOnDuty();
        var second = people.cardHolder("sjukskoterska", "Tove Ahlgren");
        second.goesOnDuty();
        var careWorker = people.careWorkerAtPostiljonen();
        careWorker.knocksFor("Tolvan Tolvansson", "Alva Brink");
        second.rowOf("Tolvan Tolvansson");
        // From here on the news of the day reaches the second too late, as it does when both press at once.
        second.person().context().route("**/min-dag/handelser", Route::abort);
        second.person().page().reload();
        second.saysThePatientIsInformed("Tolvan Tolvansson");

        first.admits("Tolvan Tolvansson");
        second.rowOf("Tolvan Tolvansson").locator(".admit-button").click();

        var taken = second.person().page().locator("[data-taken-by]");
        taken.waitFor();
        assertThat(taken.textContent()).contains("Alva Brink");
        assertThat(second.person().page().url()).endsWith("/min-dag");
        first.room().awaitsTheOthersPicture();
        careWorker.room().awaitsTheOthersPicture();
        assertThat(careWorker.person().page().locator(".call-tile").count())
                .as("others in the room")
                .isEqualTo(1);
        first.room().endsForAll();
    }
}
