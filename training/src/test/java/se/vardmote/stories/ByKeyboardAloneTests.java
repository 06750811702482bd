package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole thread without a mouse and without a finger on the screen. */
@ExtendWith(Stories.class)
class ByKeyboardAloneTests {
    private static final String PATIENT = "Hulda Provgren";

    /** R0-1, R0-14, R0-16, R0-35, R0-50..R0-55, R0-61. */
    @Test
    void the_thread_from_knock_to_signed_note_by_keyboard_alone(People people) {
        var nurse = people.nurse().person();
        var careWorker = people.careWorker().person();
        goOnDuty(nurse);
        knock(careWorker);
        admit(nurse);
        new CallRoom(careWorker).awaitsTheOthersPicture();
        new CallRoom(nurse).awaitsTheOthersPicture();

        say(nurse, "Hur står det till?");
        say(careWorker, "Bättre nu, tack.");
        new CallRoom(careWorker).reads("Hur står det till?");
        new CallRoom(nurse).reads("Bättre nu, tack.");

        var keys = new Keyboard(nurse);
        keys.to("[data-action=leave]").press("Enter");
        keys.to("dialog[data-sheet=leave] [data-action=end-for-all]").press("Enter");
        new CallRoom(careWorker).isOver();
        new CallRoom(nurse).isOver();
        new Keyboard(careWorker).to("[data-action=onward]").press("Enter");
        careWorker.page().waitForURL("**/hej-da");
        sign(nurse);

        assertThat(careWorker.troubles()).isEmpty();
        assertThat(nurse.troubles()).isEmpty();
    }

    private static void goOnDuty(Person nurse) {
        nurse.page().waitForURL("**/min-dag");
        var off = "form[action='/min-dag/tjanst'] button[aria-checked=false]";
        if (nurse.page().locator(off).count() > 0) {
            new Keyboard(nurse).to(off).press("Enter");
        }
        nurse.page()
                .locator("form[action='/min-dag/tjanst'] button[aria-checked=true]")
                .waitFor();
    }

    private static void knock(Person careWorker) {
        var keys = new Keyboard(careWorker);
        keys.to("a[href='/bedomningssamtal']").press("Enter");
        careWorker.page().waitForURL("**/bedomningssamtal");
        keys.to("input[name=reason]").choose("Fall");
        keys.to("input[name=patientName]").type(PATIENT);
        keys.to("input[name=identityNumber]").type(CareWorker.IDENTITY_NUMBER);
        keys.to("input[name=staffName]").type(CareWorker.NAME);
        keys.to("input[name=staffPhone]").type(CareWorker.PHONE);
        keys.to("input[name=spokenWith]").choose("Noor Sandgren");
        keys.to("#knock-form button[type=submit]").press("Enter");
        careWorker.page().waitForURL("**/samtal");
        careWorker.page().locator("#call-root[data-stage=waiting]").waitFor();
    }

    private static void admit(Person nurse) {
        new Professional(nurse).rowOf(PATIENT);
        var keys = new Keyboard(nurse);
        keys.to("#waiting input[name=informed]").choose("Patienten är informerad");
        keys.to("#waiting .admit-button").press("Enter");
        nurse.page().locator("#call-root[data-stage=admitted]").waitFor();
    }

    private static void say(Person person, String text) {
        var keys = new Keyboard(person);
        if (!person.page().locator("#room-text").isVisible()) {
            keys.to("[data-action=text]").press("Enter");
        }
        keys.to("#room-text").type(text);
        keys.press("Enter");
    }

    private static void sign(Person nurse) {
        var keys = new Keyboard(nurse);
        keys.to("[data-action=onward]").press("Enter");
        nurse.page().waitForURL("**/min-dag");
        var patient = nurse.page()
                .locator("#to-sign a[href^='/anteckning/']")
                .filter(new Locator.FilterOptions().setHasText(PATIENT))
                .last();
        keys.to("a[href='" + patient.getAttribute("href") + "']").press("Enter");
        nurse.page().waitForURL("**/anteckning/*");
        keys.to("#rightPatient").press("Space");
        keys.to("textarea[name=measures]").type("Inget nytt. ");
        keys.to("button[name=sign][value=true]").press("Enter");
        nurse.page().locator("#note-state").waitFor();
    }
}
