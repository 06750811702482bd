package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** A head of unit goes through the unit's rights and training, a patient on another ground, and who has read what. */
final class HeadWalk {
    private final People people;
    private final Visits visits;
    private Page reading;
    private String patient;

    HeadWalk(People people, Visits visits) {
        this.people = people;
        this.visits = visits;
    }

    /** From the one who lacks it to those who give it; for the head, somebody of her own unit. */
    void theMeetingRight() {
        var juno = people.nurseWithoutRight().page();
        visits.look(juno, "no right to digital meetings");
        juno.locator("main form button[type=submit]").first().click();
        juno.locator("main form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        visits.look(juno, "an application that waits");
        var birk = people.administratorOfTheNurses().page();
        for (String path : List.of("/admin/moten", "/admin/ratt-till-moten/beviljade", "/admin/ratt-till-moten")) {
            birk.navigate(people.installation().url("administrator", path));
            visits.look(birk, "rights at " + path.substring(path.lastIndexOf('/') + 1));
        }
        birk.locator(".rows a.row-link").first().click();
        birk.waitForURL("**/admin/ratt-till-moten/*-*");
        birk.locator("button[value=reject]").click();
        birk.locator("[data-error-summary]").waitFor();
        visits.look(birk, "a rejection without a reason");

        var database = people.installation().database();
        database.sql("""
                        insert into organisation.commission (id, staff_id, care_provider_id, care_unit_id, name, purpose, valid_from)
                        select gen_random_uuid(), s.id, u.care_provider_id, u.id, 'Dag', 'Vård och behandling', current_date
                        from organisation.staff s, organisation.care_unit u
                        where s.name = 'Juno Wikman' and u.name = 'Sjuksköterskor dag'""").update();
        var head = people.cardHolder("sjukskoterska", "Disa Holmqvist").person().page();
        head.locator("a[href='/enheten']").click();
        head.waitForURL("**/enheten");
        visits.look(head, "the unit of the head");
        head.locator(".row:has-text('Juno Wikman') a[href$='/tillfallig-ratt']").click();
        head.waitForURL("**/tillfallig-ratt");
        head.locator("main form button[type=submit]").last().click();
        head.locator("[data-error-summary]").waitFor();
        visits.look(head, "some days without a reason");
        head.locator("#reason").fill("Två är sjuka samtidigt");
        head.locator("main form button[type=submit]").last().click();
        head.waitForURL("**/enheten?sparat=ja");
        someDaysTakenBack(head, birk);
        database.sql("delete from organisation.temporary_meeting_right").update();
        database.sql("delete from organisation.commission where name = 'Dag'").update();
        database.sql("delete from organisation.meeting_right where state = 'SUBMITTED'")
                .update();
    }

    private void someDaysTakenBack(Page head, Page administrator) {
        administrator.navigate(people.installation().url("administrator", "/admin/ratt-till-moten/beviljade"));
        administrator
                .locator("a[href^='/admin/ratt-till-moten/tillfallig/']")
                .first()
                .click();
        administrator.waitForURL("**/tillfallig/*");
        visits.look(administrator, "some days for the administrator to take back");
        head.locator("a[href^='/enheten/tillfallig-ratt/']").first().click();
        head.waitForURL("**/enheten/tillfallig-ratt/*");
        head.locator("main form button[type=submit]").last().click();
        head.locator("[data-error-summary]").waitFor();
        visits.look(head, "some days to take back, without a reason");
        head.locator("#reason").fill("Kursen är inställd");
        head.locator("main form button[type=submit]").last().click();
        head.waitForURL("**/enheten?sparat=ja");
        visits.look(head, "some days that are taken back");
    }

    /** The head's own page, with readings as if they were of the day before yesterday. */
    void theAccessLog() {
        people.installation().database().sql("""
                        insert into audit.event (at, actor_kind, actor_id, actor_name, commission_id, care_provider_id, care_unit_id,
                            client_id, activity, action, object_type, outcome, ground)
                        select date_trunc('week', now()) - interval '2 days 9 hours', actor_kind, actor_id, actor_name, c.id,
                            e.care_provider_id, e.care_unit_id, client_id, activity, action, object_type, outcome, ground
                        from audit.event e, organisation.commission c join organisation.staff s on s.id = c.staff_id
                        where s.name = 'Disa Holmqvist' and client_id is not null and activity = 'READ'""").update();
        var page = people.cardHolder("sjukskoterska", "Disa Holmqvist").person().page();
        page.navigate(people.installation().url("sjukskoterska", "/min-enhet/installningar"));
        visits.look(page, "settings of the own unit");
        whatIsClosed(page);
        page.navigate(people.installation().url("sjukskoterska", "/min-dag"));
        page.locator("a[href='/loggranskning']").click();
        page.waitForURL("**/loggranskning");
        visits.look(page, "no review yet");
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL("**/loggranskning/*");
        visits.look(page, "a review");
        page.locator("main form button[type=submit]").last().click();
        page.locator("[data-error-summary]").waitFor();
        visits.look(page, "a review without a conclusion");
        page.locator("input[value=WITHOUT_REMARK]").check();
        page.locator("main form button[type=submit]").last().click();
        page.locator("main form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        visits.look(page, "a review that is concluded");
        page.navigate(people.installation().url("sjukskoterska", "/loggutdrag"));
        visits.look(page, "an extract to make");
        page.locator("#identity").fill("19121212-1212");
        page.locator("main form button[type=submit]").first().click();
        page.locator("[data-error-summary]").waitFor();
        visits.look(page, "an extract without a ground");
        page.locator("input[value=PATIENT]").check();
        page.locator("main form button[type=submit]").first().click();
        page.locator("main h1").waitFor();
        visits.look(page, "an extract");
    }

    private void whatIsClosed(Page page) {
        AccessibilityTests.search(people, page, AccessibilityTests.ONLY_AT_NIGHT);
        page.locator("#ground").waitFor();
        visits.look(page, "closed");
        Locator goOn = page.locator("form[action='/historik/annan-grund'] button[type=submit]");
        goOn.click();
        page.locator("[data-error-summary]").waitFor();
        visits.look(page, "closed, no ground chosen");
        page.locator("#ground-ASKED_BY_COLLEAGUE").check();
        goOn.click();
        page.locator("#reason").waitFor();
        visits.look(page, "a ground to state");
        page.locator("#reason").fill("En kollega bad om råd");
        goOn.click();
        page.waitForURL("**/patient/*");
        visits.look(page, "open on another ground");
        page.locator("a[href*='/samtal/']").first().click();
        page.waitForURL("**/samtal/*");
        visits.look(page, "a call open on another ground");
        page.locator(".back a").click();
        page.waitForURL("**/patient/*");
        reading = page;
        patient = page.url();
    }

    /** At the nurses, as the patient wishes; then to whoever reads on another ground, after {@link #theAccessLog}. */
    void whatIsBlocked(Page nurse) {
        nurse.navigate(patient + "/sparr");
        visits.look(nurse, "nothing is blocked");
        nurse.locator("form:has(input[value=enheten]) button").click();
        nurse.locator("#notice").waitFor();
        visits.look(nurse, "what the patient has blocked");
        reading.navigate(patient);
        visits.look(reading, "something is blocked");
        reading.locator("a[href$='/sparrat']").click();
        reading.locator("#ground").waitFor();
        visits.look(reading, "what the patient has blocked, to be opened");
        Locator goOn = reading.locator("form[action$='/sparrat'] button[type=submit]");
        reading.locator("#ground-EMERGENCY_BLOCK_LIFTED").check();
        goOn.click();
        reading.locator("#reason").waitFor();
        goOn.click();
        reading.locator("[data-error-summary]").waitFor();
        visits.look(reading, "what is blocked, nothing vouched for");
        nurse.locator("form:has(input[value=hav]) button").click();
        nurse.waitForURL("**hande=lifted");
    }
}
