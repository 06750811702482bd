package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody collapses in the middle of a call, and hands are told what to do. */
@ExtendWith(Stories.class)
class EmergencyTests {

    /** R1-11: one press, seen by both and by whoever else is on duty; "Att göra" until "Uppfattat"; both in the record. */
    @Test
    void a_care_worker_presses_akut_a_colleague_sees_it_and_the_nurse_instructs_until_uppfattat(People people) {
        var colleague = people.nurse();
        colleague.goesOnDuty();
        var call = OngoingCall.begin(people);
        Page atPatient = call.careWorker().person().page();
        Page nurse = call.nurse().person().page();

        atPatient.locator("[data-action=emergency]").click();
        panel(nurse, "emergency").getByText(CareWorker.NAME + " tryckte Akut").waitFor();
        assertThat(panel(nurse, "emergency").textContent()).contains("112", "070-174 06 05");
        assertThat(panel(atPatient, "emergency").locator("a[href='tel:112']").count())
                .as("a tablet cannot dial")
                .isZero();
        atPatient.locator("#akut-address").fill("Storgatan 1");
        atPatient.locator("#akut-doorCode").fill("1234");
        atPatient.locator("#akut-doorCode").blur();
        nurse.locator("#akut-floor").fill("2");
        nurse.locator("#akut-floor").blur();
        for (Page page : List.of(atPatient, nurse)) {
            reads(page, "#akut-address", "Storgatan 1");
            reads(page, "#akut-doorCode", "1234");
            reads(page, "#akut-floor", "2");
        }
        call.awaitBothPictures();

        Locator acute = colleague.person().page().locator("#acute [data-acute]");
        acute.getByText("Storgatan 1").waitFor();
        assertThat(colleague.person().page().evaluate("""
                        document.querySelector('#acute').compareDocumentPosition(document.querySelector('#waiting'))
                            === Node.DOCUMENT_POSITION_FOLLOWING"""))
                .as("before those who wait")
                .isEqualTo(true);
        assertThat(acute.textContent())
                .contains(CareWorker.NAME + " tryckte Akut", CareWorker.PATIENT, "070-174 06 05");
        Screens.look(colleague.person(), "acute-on-the-day");
        acute.locator("[data-action=acute-quiet]").click();
        Screens.look(call.careWorker().person(), "acute-care-worker");
        Screens.look(call.nurse().person(), "acute-nurse");

        nurse.locator("[data-panel=instruct] summary").click();
        nurse.locator("#instruction").fill("Lägg henne på sidan\nHåll i huvudet");
        nurse.locator("[data-action=instruct]").click();
        panel(atPatient, "to-do").getByText("Lägg henne på sidan").waitFor();
        nurse.getByText("Väntar på Uppfattat").waitFor();
        Screens.look(call.careWorker().person(), "to-do-care-worker");
        atPatient.locator("[data-action=understood]").click();
        nurse.getByText(Pattern.compile("^Uppfattat \\d\\d\\.\\d\\d$")).waitFor();
        assertThat(panel(atPatient, "to-do").isVisible()).isFalse();
        Screens.look(call.nurse().person(), "to-do-nurse");

        nurse.locator("[data-action=no-emergency]").click();
        atPatient.getByText("Det var inget akut – Noor Sandgren").waitFor();
        acute.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        call.awaitBothPictures();

        call.nurse().room().endsForAll();
        call.nurse().room().isOver();
        call.nurse().room().goesOn();
        call.nurse().notesToSign().last().click();
        nurse.waitForURL("**/anteckning/*");
        assertThat(nurse.locator("#occurrences").textContent())
                .contains("tryckte Akut", "det var inget akut", "Lägg henne på sidan", "Uppfattat");
        assertThat(nurse.locator("textarea[name=situation]").inputValue()).contains(CareWorker.NAME + " tryckte Akut");
        assertThat(nurse.locator("textarea[name=measures]").inputValue()).contains("Håll i huvudet");
        Screens.look(call.nurse().person(), "note-after-acute");
        assertThat(call.careWorker().person().troubles()).isEmpty();
        assertThat(call.nurse().person().troubles()).isEmpty();
    }

    private static void reads(Page page, String field, String text) {
        page.waitForCondition(() -> page.locator(field).inputValue().equals(text));
    }

    private static Locator panel(Page page, String name) {
        return page.locator("[data-panel=" + name + "]");
    }
}
