package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the row to the room. */
@ExtendWith(Stories.class)
class AdmittingTests {

    /** R0-14, R0-15: judgement and admission are one press beside one tick, which nobody has set beforehand. */
    @Test
    void two_presses_from_the_row_to_the_room_and_no_tick_is_preset(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor(CareWorker.PATIENT, "Noor Sandgren");
        var row = nurse.rowOf(CareWorker.PATIENT);
        assertThat(row.locator("input:checked").count()).as("ticks preset").isZero();
        countPresses(nurse.person());

        nurse.admits(CareWorker.PATIENT);
        nurse.person().page().locator("#call-root[data-stage=admitted]").waitFor();
        nurse.room().awaitsTheOthersPicture();

        assertThat(nurse.person().number("globalThis.vardmotePresses"))
                .as("presses, as the document counts them")
                .isEqualTo(2);
        nurse.room().endsForAll();
    }

    /** R0-15: without the tick nobody comes in, and the page says what is missing. */
    @Test
    void without_the_tick_nobody_is_let_in(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor("Maria Provberg", "Noor Sandgren");

        nurse.rowOf("Maria Provberg").locator(".admit-button").click();

        nurse.person().page().locator("[id$='informed-error']").waitFor();
        assertThat(careWorker.person().page().locator("#call-root").getAttribute("data-stage"))
                .isEqualTo("waiting");
        nurse.admits("Maria Provberg");
        careWorker.room().awaitsTheOthersPicture();
        nurse.room().endsForAll();
    }

    /** The document stays the same from the row into the room, and so does what it counts. */
    private static void countPresses(Person person) {
        person.page().evaluate("""
                () => {
                  globalThis.vardmotePresses = 0;
                  for (const type of ['pointerdown', 'keydown'])
                    document.addEventListener(type, () => { globalThis.vardmotePresses += 1; }, true);
                }""");
    }
}
