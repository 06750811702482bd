package se.vardmote.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The care worker at the patient's home, with the tablet in one hand. */
final class CareWorker {
    /** Somebody of the cast, with a telephone number that rings nowhere and an official test identity number. */
    static final String NAME = "Bo Lindgren";

    static final String PHONE = "070-174 06 05";
    static final String PATIENT = "Tolvan Tolvansson";
    static final String IDENTITY_NUMBER = "19121212-1212";

    private final Person person;
    private final CallRoom room;

    CareWorker(Person person) {
        this.person = person;
        this.room = new CallRoom(person);
    }

    Person person() {
        return person;
    }

    CallRoom room() {
        return room;
    }

    void startsAssessmentCall() {
        person.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Starta bedömningssamtal (video)"))
                .click();
        person.page().waitForURL("**/bedomningssamtal");
    }

    /** The four fields of R0-51..R0-54, one tap for the reason, one for whom they have spoken with. */
    void fillsInTheKnock(String spokenWith) {
        fillsInTheKnock(spokenWith, NAME, PATIENT);
    }

    void fillsInTheKnock(String spokenWith, String name, String patient) {
        fillsInTheKnock(spokenWith, name, patient, IDENTITY_NUMBER);
    }

    private void fillsInTheKnock(String spokenWith, String name, String patient, String number) {
        fill("staffName", name);
        fill("staffPhone", PHONE);
        fill("patientName", patient);
        fill("identityNumber", number);
        person.page().locator("input[name=reason][value=FALL]").check();
        person.page()
                .locator("label:has(input[name=spokenWith])")
                .getByText(spokenWith)
                .first()
                .click();
    }

    /** All of it, up to the place in the queue. */
    void knocksFor(String patient, String spokenWith) {
        startsAssessmentCall();
        fillsInTheKnock(spokenWith, NAME, patient);
        knocks();
        person.page().locator("#call-root[data-stage=waiting]").waitFor();
    }

    /** Of somebody with a number of their own: what becomes of them concerns no other story. */
    void fillsInTheKnockFor(String patient, String number, String spokenWith) {
        fillsInTheKnock(spokenWith, NAME, patient, number);
    }

    /** The same, up to the place in the queue. */
    void knocksFor(String patient, String number, String spokenWith) {
        startsAssessmentCall();
        fillsInTheKnockFor(patient, number, spokenWith);
        knocks();
        person.page().locator("#call-root[data-stage=waiting]").waitFor();
    }

    void knocks() {
        person.page().locator("main form button[type=submit]").last().click();
        person.page().waitForURL("**/samtal");
    }

    /** A call about Tolvan's training with a professional who has agreed to it. */
    void plans(String professional, LocalDateTime at) {
        person.page()
                .locator("label:has(input[name=professional])")
                .getByText(professional)
                .first()
                .click();
        fill("staffName", NAME);
        fill("staffPhone", PHONE);
        fill("date", at.toLocalDate().toString());
        fill("time", DateTimeFormatter.ofPattern("HH:mm").format(at));
        fill("patientName", PATIENT);
        fill("identityNumber", IDENTITY_NUMBER);
        person.page().locator("input[name=reason][value=TRAINING]").check();
        person.page().locator("main form button[type=submit]").last().click();
    }

    private void fill(String field, String text) {
        person.page().locator("input[name=" + field + "]").fill(text);
    }
}
