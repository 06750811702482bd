package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The licensed professional at a computer, signed in with a card and a commission at the receiving unit. */
final class Professional {
    private final Person person;
    private final CallRoom room;

    Professional(Person person) {
        this.person = person;
        this.room = new CallRoom(person);
    }

    Person person() {
        return person;
    }

    CallRoom room() {
        return room;
    }

    /** Whether or not an earlier story has left them on duty. */
    void goesOnDuty() {
        switchDuty(true);
    }

    void goesOffDuty() {
        switchDuty(false);
    }

    private void switchDuty(boolean on) {
        person.page().waitForURL("**/min-dag");
        var duty = person.page().locator("form[action='/min-dag/tjanst'] button");
        if (!String.valueOf(on).equals(duty.getAttribute("aria-checked"))) {
            duty.click();
        }
        person.page()
                .locator("form[action='/min-dag/tjanst'] button[aria-checked=" + on + "]")
                .waitFor();
    }

    /** Six characters to read out, without the gap that makes them easy to read. */
    String asksForACode() {
        person.page().locator("form[action='/min-dag/kod'] button").click();
        var code = person.page().locator("[data-code]");
        code.waitFor();
        return code.getAttribute("data-code");
    }

    /** With Bo, about Tolvan's training, shown at a unit: up to the page of the call. Gives what both call it. */
    String plans(String unit, LocalDateTime at) {
        person.page().locator("#today a[href='/planerade/ny']").click();
        person.page().waitForURL("**/planerade/ny");
        fill("date", at.toLocalDate().toString());
        fill("time", DateTimeFormatter.ofPattern("HH:mm").format(at));
        fillsInTheAgreement(unit);
        submits();
        person.page().waitForURL(Pattern.compile(".*/planerade/[0-9a-f-]{36}\\?hande=planned$"));
        return person.page().locator("main h1").innerText();
    }

    /** On the telephone with Bo, who has no device: six digits to read out, in their two groups. */
    String startsACall() {
        return startsACall("Ingen av dem: bara med kod");
    }

    /** The same, shown at a unit too. */
    String startsACall(String unit) {
        person.page().locator("#today a[href='/planerade/nu']").click();
        person.page().waitForURL("**/planerade/nu");
        fillsInTheAgreement(unit);
        submits();
        person.page().waitForURL("**/min-dag");
        return person.page().locator("#awaited [data-call-code]").last().innerText();
    }

    private void fillsInTheAgreement(String unit) {
        fill("staffName", CareWorker.NAME);
        fill("staffPhone", CareWorker.PHONE);
        fill("patientName", CareWorker.PATIENT);
        fill("identityNumber", CareWorker.IDENTITY_NUMBER);
        person.page().locator("input[name=reason][value=TRAINING]").check();
        person.page().locator("select[name=homeUnit]").selectOption(new SelectOption().setLabel(unit));
    }

    private void fill(String field, String text) {
        person.page().locator("input[name=" + field + "]").fill(text);
    }

    private void submits() {
        person.page().locator("main form button[type=submit]").last().click();
    }

    /** The row of the one who waits for this patient, as soon as it is there. */
    Locator rowOf(String patient) {
        var row = waiting()
                .locator("[id^=waiting-], li, article")
                .filter(new Locator.FilterOptions().setHasText(patient))
                .first();
        row.waitFor();
        return row;
    }

    /** All that wait for this patient: other stories may have left somebody waiting. */
    Locator rowsOf(String patient) {
        return waiting().locator("[data-drop-in]").filter(new Locator.FilterOptions().setHasText(patient));
    }

    Locator waiting() {
        return person.page().locator("#waiting");
    }

    /** One press for the tick, one for judgement and admission together. */
    void admits(String patient) {
        saysThePatientIsInformed(patient);
        pressesAdmit(patient);
    }

    void saysThePatientIsInformed(String patient) {
        rowOf(patient).locator("label:has(input[name=informed][value=yes])").click();
    }

    Locator admitButton(String patient) {
        return rowOf(patient)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Släpp in – lämpligt digitalt"));
    }

    /** Returns when it was pressed: milliseconds since 1970, on the clock that pages share. */
    double pressesAdmit(String patient) {
        var admit = admitButton(patient);
        double pressed = person.number("performance.timeOrigin + performance.now()");
        admit.click();
        person.page().waitForURL(Pattern.compile(".*/samtal/[0-9a-f-]{36}$"));
        return pressed;
    }

    /** Answers the one who waits with another way than a video call; {@code way} is the path's last word. */
    void turnsAway(String patient, String way, String reason, String message) {
        var row = rowOf(patient);
        row.locator("details.more summary").click();
        var form = row.locator("form[action$='/" + way + "']");
        form.locator("select[name=reasonCode]").selectOption(new SelectOption().setLabel(reason));
        form.locator("textarea[name=message]").fill(message);
        form.locator("button[type=submit]").click();
        person.page().waitForURL("**/min-dag?hande=refused");
    }

    /** Oldest first. */
    Locator notesToSign() {
        return person.page().locator("#to-sign a[href^='/anteckning/']");
    }

    /** Of the last call. */
    void signsTheNote(String text) {
        notesToSign().last().click();
        person.page().waitForURL("**/anteckning/*");
        person.page().locator("#rightPatient").check();
        person.page().locator("textarea[name=measures]").fill(text);
        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Signera")))
                .click();
        person.page().locator("#note-state").waitFor();
        person.page().locator("main a[href='/min-dag']").first().click();
        person.page().waitForURL("**/min-dag");
    }
}
