package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose call it is: hidden where it must be, confirmed before anything is saved, and put right when it was wrong. */
@ExtendWith(Stories.class)
class WhosePatientItIsTests {
    private static final String ALIAS = "Skyddad uppgift";
    private static final Pattern NAME_OR_NUMBER =
            Pattern.compile(CareWorker.PATIENT + "|" + CareWorker.IDENTITY_NUMBER);

    /** Protected for good: nobody of another story. */
    private static final String HIDDEN = "Maria Provberg";

    private static final String HIDDEN_NUMBER = "19701063-2391";
    private static final Pattern HIDDEN_NAME_OR_NUMBER = Pattern.compile(HIDDEN + "|" + HIDDEN_NUMBER);

    /** R0-53: one tap at the knock, and name and number are nowhere but where somebody opens them. */
    @Test
    void a_patient_with_protected_personal_data_is_an_alias_on_every_page(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnockFor(HIDDEN, HIDDEN_NUMBER, "Noor Sandgren");
        careWorker.person().page().locator("label[for=protectedIdentity]").click();
        Screens.look(careWorker.person(), "protected-at-the-knock");
        careWorker.knocks();

        Page page = nurse.person().page();
        Locator row = nurse.rowOf(ALIAS);
        assertThat(row.textContent()).doesNotContainPattern(HIDDEN_NAME_OR_NUMBER);
        Screens.look(nurse.person(), "protected-waiting");
        row.locator(".identity-open").click();
        page.locator(".identity-shown").getByText(HIDDEN_NUMBER).waitFor();
        Screens.look(nurse.person(), "protected-opened");
        page.locator(".back a").click();

        nurse.admits(ALIAS);
        nurse.room().awaitsTheOthersPicture();
        assertThat(page.locator("body").textContent()).contains(ALIAS).doesNotContainPattern(HIDDEN_NAME_OR_NUMBER);
        assertThat(careWorker.person().page().locator("#call-root").textContent())
                .doesNotContainPattern(HIDDEN_NAME_OR_NUMBER);
        nurse.room().endsForAll();
        nurse.room().isOver();
        nurse.room().goesOn();
        assertThat(nurse.notesToSign().last().textContent()).contains(ALIAS);
        nurse.notesToSign().last().click();
        page.waitForURL("**/anteckning/*");
        assertThat(page.locator("main").textContent()).doesNotContainPattern(HIDDEN_NAME_OR_NUMBER);
        Screens.look(nurse.person(), "protected-note");
        page.locator("#rightPatient").check();
        page.locator("button[name=sign][value=true]").click();
        page.locator("#note-state").waitFor();
        page.locator("a[href$='/kontakten']").click();
        page.locator(".events li").first().waitFor();
        assertThat(page.locator("main").textContent()).doesNotContainPattern(HIDDEN_NAME_OR_NUMBER);
        page.navigate(people.installation().url("sjukskoterska", "/historik"));
        page.locator("a[href^='/historik/']").first().click();
        page.waitForURL("**/historik/*-*");
        assertThat(page.locator("main").textContent()).contains(ALIAS).doesNotContainPattern(HIDDEN_NAME_OR_NUMBER);
        Screens.look(nurse.person(), "protected-past-call");
        assertThat(nurse.person().troubles()).isEmpty();
    }

    /** R0-53, R0-54: nothing is saved before the patient is confirmed; a wrong one is put right, with a trace at both. */
    @Test
    @Tag("thorough")
    void a_note_of_the_wrong_patient_is_moved_and_the_trace_is_seen_at_both(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor(CareWorker.PATIENT, "Noor Sandgren");
        nurse.admits(CareWorker.PATIENT);
        nurse.room().awaitsTheOthersPicture();
        nurse.room().endsForAll();
        nurse.room().isOver();
        nurse.room().goesOn();
        Page page = nurse.person().page();
        nurse.notesToSign().last().click();
        page.waitForURL("**/anteckning/*");

        page.locator("textarea[name=measures]").fill("Avvaktar.");
        page.locator("button[name=sign][value=true]").click();
        page.getByText("Bekräfta att det är rätt patient.").first().waitFor();
        Screens.look(nurse.person(), "note-not-confirmed");

        page.locator("#wrong-patient summary").click();
        page.locator("#wrongName").fill("Elsa Provdotter");
        page.locator("#wrongNumber").fill("20030202-2389");
        page.locator("#wrongReason").fill("Fel person valdes vid knackningen");
        Screens.look(nurse.person(), "wrong-patient");
        page.locator("#wrong-patient button[type=submit]").click();
        page.locator("[data-moved]").waitFor();
        assertThat(page.locator(".facts").textContent())
                .contains("Elsa Provdotter", "20030202-2389")
                .doesNotContainPattern(NAME_OR_NUMBER);
        assertThat(page.locator("textarea[name=background]").inputValue())
                .contains("Elsa Provdotter")
                .doesNotContain(CareWorker.PATIENT);
        Screens.look(nurse.person(), "note-moved");
        assertThat(page.locator("textarea[name=measures]").inputValue())
                .as("typed before")
                .isEqualTo("Avvaktar.");
        page.locator("#rightPatient").check();
        page.locator("button[name=sign][value=true]").click();
        page.locator("#note-state").waitFor();

        searches(people, page, "20030202-2389");
        assertThat(page.locator("[data-moved=here]").textContent()).contains("flyttades hit");
        Screens.look(nurse.person(), "history-moved-here");
        searches(people, page, CareWorker.IDENTITY_NUMBER);
        assertThat(page.locator("[data-moved=away]").last().textContent()).contains("stod här och flyttades");
        assertThat(page.locator("main").textContent()).doesNotContain("Elsa");
        Screens.look(nurse.person(), "history-moved-away");
        assertThat(nurse.person().troubles()).isEmpty();
    }

    private static void searches(People people, Page page, String number) {
        page.navigate(people.installation().url("sjukskoterska", "/historik"));
        page.locator("input[name=identity]").fill(number);
        page.locator("form[action='/historik/person'] button").click();
        page.locator("[data-moved]").first().waitFor();
    }
}
