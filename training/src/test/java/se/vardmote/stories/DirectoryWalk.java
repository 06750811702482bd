package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;

/** An administrator goes through every page of the organisation: lists, one unit, one person, each form with faults, a file. */
final class DirectoryWalk {
    private static final String UNITS = "/admin/organisation/enheter";
    private static final String PEOPLE = "/admin/organisation/personal";
    private final People people;
    private final Page page;
    private final Visits visits;

    DirectoryWalk(People people, Page page, Visits visits) {
        this.people = people;
        this.page = page;
        this.visits = visits;
    }

    void everything() {
        theUnits();
        whatUnitsDecide();
        whetherTheyAreReady();
        aPlannedStop();
        theStaff();
        aFile();
    }

    private void theUnits() {
        goTo(UNITS);
        visits.look(page, "units");
        search("ingenstans");
        visits.look(page, "no unit found");
        goTo(UNITS + "/ny");
        wrong("a unit with everything missing");
        goTo(UNITS);
        page.locator(".rows a.row-link").first().click();
        page.waitForURL("**" + UNITS + "/*-*");
        visits.look(page, "a unit");
        page.locator("a[href$='/stang']").click();
        page.waitForURL("**/stang");
        visits.look(page, "a unit to close");
        page.locator("button[value=stang]").click();
        page.locator("main [role=alert]").first().waitFor();
        visits.look(page, "a unit that cannot be closed yet");
        page.goBack();
        page.goBack();
        page.locator("a[href$='/andra']").click();
        page.waitForURL("**/andra");
        visits.look(page, "a unit to change");
    }

    private void whatUnitsDecide() {
        goTo("/admin/organisation/installningar");
        visits.look(page, "settings of all units");
        goTo(UNITS);
        page.locator(".rows a.row-link").first().click();
        page.locator("main a[href*='/installningar/']").click();
        page.waitForURL("**/installningar/*-*");
        visits.look(page, "settings of a unit");
        page.locator("a[href$='/waiting.cover-after']").click();
        page.waitForURL("**/waiting.cover-after");
        page.locator("#value").fill("29");
        // An own value can also be given up, by a form of its own.
        wrong("a setting outside its limits", "main form:has(#value) button[type=submit]");
        page.locator("#value").fill("240");
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL("**notice=kept");
        goTo("/admin/organisation/andringar");
        visits.look(page, "changes of settings");
        goTo("/admin/organisation/manga-enheter?installning=waiting.cover-after");
        wrong("a change for no unit");
        page.locator("input[name=unit]").first().check();
        page.locator("main form button[type=submit]").last().click();
        page.locator("input[name=agreed]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        visits.look(page, "what a change for many units does");
    }

    private void whetherTheyAreReady() {
        goTo("/admin/organisation/redo");
        visits.look(page, "what units lack");
        page.locator(".rows a.row-link").first().click();
        page.waitForURL("**/redo/*-*");
        visits.look(page, "what a unit lacks");
    }

    private void aPlannedStop() {
        goTo("/admin/organisation/planerade-stopp");
        wrong("a stop with everything missing");
        page.locator("#text").fill("Vi byter server. Ring i stället.");
        page.locator("#starts").fill("2027-01-12T22:00");
        page.locator("#ends").fill("2027-01-12T23:00");
        page.locator("main form.form button[type=submit]").last().click();
        page.waitForURL("**notice=kept");
        visits.look(page, "a stop is announced");
        page.locator("form[action$='/ta-bort'] button").first().click();
        page.waitForURL("**notice=removed");
    }

    private void theStaff() {
        goTo(PEOPLE);
        visits.look(page, "staff");
        page.locator("#sok").fill("ek");
        page.locator("form.find button").click();
        page.waitForURL("**/sok");
        visits.look(page, "staff found");
        page.locator(".rows a.row-link").first().click();
        page.waitForURL("**" + PEOPLE + "/*-*");
        visits.look(page, "a person");
        String person = page.url().substring(page.url().indexOf(PEOPLE));
        goTo(person + "/lamnar");
        visits.look(page, "somebody leaves");
        goTo(person);
        page.locator(".row a[href*='/uppdrag/']").first().click();
        page.waitForURL("**/uppdrag/*-*");
        visits.look(page, "a commission to change");
        for (String kind : new String[] {"COMMISSION", "ASSIGNMENT"}) {
            goTo(person + "/uppdrag/nytt?slag=" + kind);
            page.locator("#validFrom").fill("");
            wrong("a commission with everything missing");
        }
        goTo(person + "/utbildning/TECHNIQUE");
        page.locator("#expiresOn").fill("2026-05-12");
        wrong("training with the day missing");
        goTo(person + "/konto");
        visits.look(page, "what a person signs in with");
        goTo(person + "/andra");
        visits.look(page, "a person to change");
        goTo(PEOPLE + "/ny");
        wrong("a person with everything missing");
    }

    private void aFile() {
        goTo("/admin/organisation/import");
        visits.look(page, "a file to choose");
        page.locator("form[data-upload] button[type=submit]").click();
        page.waitForURL("**fel=missing**");
        visits.look(page, "no file chosen");
        String csv = "HSA-id;Namn;Telefon\nTSTNMT2321000156-U90;Dagverksamheten;040-628 04 90\ninte ett id!;Fel;12\n";
        page.locator("#file")
                .setInputFiles(new FilePayload("enheter.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[data-upload] button[type=submit]").click();
        page.waitForURL("**/import/*-*");
        visits.look(page, "what a file would do");
    }

    private void wrong(String state) {
        wrong(state, "main form button[type=submit]");
    }

    private void wrong(String state, String submit) {
        visits.look(page, state + ", before it is sent");
        page.locator(submit).last().click();
        page.locator("[data-error-summary]").waitFor();
        visits.look(page, state);
    }

    private void search(String text) {
        page.locator("#sok").fill(text);
        page.locator("form.find button").click();
        page.waitForURL("**sok=" + text + "**");
    }

    private void goTo(String path) {
        page.navigate(people.installation().url("administrator", path));
    }
}
