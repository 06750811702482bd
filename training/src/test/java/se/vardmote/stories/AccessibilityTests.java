package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page and every screen, by day and by night: axe finds nothing. */
@Tag("thorough")
@ExtendWith(Stories.class)
class AccessibilityTests {
    private static final List<String> OPEN_TO_ALL = List.of(
            "/",
            "/kallelse",
            "/hej-da",
            "/fungerar-inte",
            "/fungerar-inte/tack",
            "/bedomningssamtal/kod",
            "/para-ihop",
            "/logga-in/svar",
            "/logga-in/kort/svar",
            "/logga-in/konto/vellinge/svar",
            "/logga-in/uppdrag",
            "/m/AAAAAAAAAAAAAAAAAAAAAA",
            "/finns-inte");
    /** Of somebody with whom the nurses of the day have no call. */
    private static final String ONLY_AT_NIGHT = "19610118-2803";

    private static final String TICKET = "**/samtal/biljett";
    private Visits visits = new Visits();

    /** R0-2. */
    @Test
    void axe_finds_nothing_on_any_page_nor_on_any_screen_of_a_call(People people) {
        walk(people, visits);
        visits.assertCompleteAndWithoutFindings();
    }

    void walk(People people, Visits looking) {
        visits = looking;
        visitWhatIsOpenToAll(people);
        var administrator = people.administrator();
        administrator.page().waitForURL("**/admin/organisation");
        visits.look(administrator.page(), "organisation");
        new DirectoryWalk(people, administrator.page(), visits).everything();
        administrator.page().navigate(people.installation().url("administrator", "/admin/enheter"));
        visits.look(administrator.page(), "devices");
        administrator.page().locator("a[href$='/uppgifter']").first().click();
        administrator.page().waitForURL("**/uppgifter");
        visits.look(administrator.page(), "details of a device");
        administrator.page().navigate(people.installation().url("administrator", "/admin/enheter"));
        visitTheDutyTable(administrator.page());
        var held = people.installation().url("administrator", "/admin/bevarat");
        administrator.page().navigate(held);
        visits.look(administrator.page(), "nothing is held");
        for (String path : List.of("/admin/inloggningar", "/inloggningar", "/byt-uppdrag")) {
            administrator.page().navigate(people.installation().url("administrator", path));
            visits.look(administrator.page(), "signed in at " + path.substring(path.lastIndexOf('/') + 1));
        }
        visitDisturbances(people, administrator.page());

        var nurse = people.nurse();
        nurse.goesOnDuty();
        visits.look(nurse.person().page(), "nobody waits");
        visitWhoWaitsTooLong(people, nurse.person().page());
        var careWorker = people.careWorker();
        visits.look(careWorker.person().page(), "start on a tablet");
        visitWhatIsAgreed(people, nurse.person().page(), careWorker.person().page(), nurse);
        visitTheKnock(careWorker);
        visitJoiningAndWaiting(careWorker);
        visitTheDay(nurse);
        visitTheRoom(nurse, careWorker);
        visitTheEnd(people, nurse);
        visitLeavingAndBeingTurnedAway(people, nurse);
        visitTheHistory(people, nurse);
        administrator.page().navigate(held);
        visits.look(administrator.page(), "a call is held");
        visitTheAccessLog(people);
        visitTheMeetingRight(people);
    }

    /** From the one who lacks it to those who give it; for the head, somebody of her own unit. */
    private void visitTheMeetingRight(People people) {
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
        head.locator("a[href$='/tillfallig-ratt']").first().click();
        head.waitForURL("**/tillfallig-ratt");
        head.locator("main form button[type=submit]").last().click();
        head.locator("[data-error-summary]").waitFor();
        visits.look(head, "some days without a reason");
        database.sql("delete from organisation.commission where name = 'Dag'").update();
        database.sql("delete from organisation.meeting_right where state = 'SUBMITTED'")
                .update();
    }

    /** The head's own page, with readings as if they were of the day before yesterday. */
    private void visitTheAccessLog(People people) {
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
        visitWhatIsClosed(people, page);
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

    private void visitWhatIsClosed(People people, Page page) {
        search(people, page, ONLY_AT_NIGHT);
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
    }

    private static void search(People people, Page page, String number) {
        page.navigate(people.installation().url("sjukskoterska", "/historik"));
        page.locator("input[name=identity]").fill(number);
        page.locator("form[action='/historik/person'] button").click();
    }

    private void visitWhatIsOpenToAll(People people) {
        var stranger = people.visitor();
        for (String path : OPEN_TO_ALL) {
            stranger.page().navigate(people.installation().loopback(path));
            visits.look(stranger.page(), "open to all");
        }
    }

    private void visitTheDutyTable(Page page) {
        page.navigate(page.url().replace("/admin/enheter", "/admin/jourtabell"));
        visits.look(page, "duty table");
        page.locator("form.form button[type=submit]").last().click();
        page.locator("[data-error-summary]").waitFor();
        visits.look(page, "duty table with faults");
    }

    private void visitWhoWaitsTooLong(People people, Page page) {
        page.navigate(people.installation().url("sjukskoterska", "/vantar-for-lange"));
        visits.look(page, "nobody waits too long");
        page.navigate(people.installation().url("sjukskoterska", "/min-dag"));
    }

    private void visitDisturbances(People people, Page administrator) {
        var page = people.visitor().page();
        page.navigate(people.installation().loopback("/fungerar-inte"));
        page.locator("#disturbance-form button[type=submit]").click();
        page.locator(".error-summary").waitFor();
        visits.look(page, "a disturbance without a choice");
        page.locator("input[name=kind][value=OTHER]").check();
        page.locator("#disturbance-form button[type=submit]").click();
        page.waitForURL("**/fungerar-inte/tack**");
        administrator.locator("a[href='/admin/storningar']").click();
        administrator.locator(".ranked a").first().waitFor();
        visits.look(administrator, "disturbances");
        administrator.locator(".ranked a").first().click();
        administrator.waitForURL("**/admin/storningar/*/*");
        visits.look(administrator, "one disturbance");
    }

    private void visitWhatIsAgreed(People people, Page day, Page tablet, Professional nurse) {
        for (String path : List.of("/planerade/nu", "/planerade/ny")) {
            day.navigate(people.installation().url("sjukskoterska", path));
            visits.look(day, "a call to plan");
            day.locator("main form button[type=submit]").last().click();
            day.locator("[data-error-summary]").waitFor();
            visits.look(day, "a plan with everything missing");
        }
        day.navigate(people.installation().url("sjukskoterska", "/min-dag"));
        nurse.startsACall("Hemtjänst Höllviken");
        visits.look(day, "somebody is awaited");
        tablet.navigate(people.installation().url("ipad", "/bedomningssamtal/planera"));
        visits.look(tablet, "a call to plan on a tablet");
        tablet.navigate(people.installation().url("ipad", "/"));
        visits.look(tablet, "start with a call");
        tablet.locator("a[href^='/bedomningssamtal/planerat/']").last().click();
        tablet.waitForURL("**/bedomningssamtal/planerat/*");
        visits.look(tablet, "whose call");
        tablet.locator("input[name=identityNumber]").fill(CareWorker.IDENTITY_NUMBER);
        tablet.locator("main form button[type=submit]").click();
        tablet.locator("[data-arrival-patient]").waitFor();
        visits.look(tablet, "the patient is known");
        tablet.navigate(people.installation().url("ipad", "/"));
        day.navigate(people.installation().url("sjukskoterska", "/planerade"));
        visits.look(day, "planned calls");
        day.locator("a[href^='/planerade/']:not([href$=ny])").last().click();
        day.waitForURL("**/planerade/*-*");
        visits.look(day, "a planned call");
        String planned = day.url();
        day.navigate(planned + "/uppgifter");
        visits.look(day, "name and number of a planned call");
        day.navigate(planned);
        visitComingByALink(people, day);
        day.locator("button[value=en]").click();
        day.waitForURL("**?hande=cancelled");
        visits.look(day, "a cancelled call");
        day.navigate(people.installation().url("sjukskoterska", "/min-dag"));
    }

    /** Begins and ends at the planned call. */
    private void visitComingByALink(People people, Page day) {
        String call = day.url();
        day.locator("#gaster details summary").click();
        day.locator("#guest-guestRole-RELATIVE").check();
        day.locator("#gaster button[value=skicka]").click();
        day.locator("[data-error-summary]").waitFor();
        visits.look(day, "an invitation with everything missing");
        day.locator("#guest-guestName").fill("Maria Provberg");
        day.locator("#guest-address").fill(CareWorker.PHONE);
        day.locator("#gaster button[value=kopiera]").click();
        day.locator("[data-guest-link]").waitFor();
        visits.look(day, "a link to copy");
        String link = day.locator("[data-guest-link]").innerText();
        day.locator("form[action$='/kod'] button").last().click();
        day.locator("[data-guest-code]").waitFor();
        visits.look(day, "a code to read out to a guest");
        var guest = people.guest();
        guest.page().navigate(link);
        visits.look(guest.page(), "the time of a meeting");
        guest.goesOn();
        visits.look(guest.page(), "how a guest shows who they are");
        guest.page().locator("[data-way=read-out]").click();
        guest.page().waitForURL("**/mote/kod");
        visits.look(guest.page(), "where a guest types a code");
        guest.typesTheCode("000000");
        guest.page().locator("#code-error").waitFor();
        visits.look(guest.page(), "a code that is wrong");
        guest.page().navigate(link.replaceAll("/m/.*", "/mote/e-legitimation/svar"));
        guest.page().locator("[data-refused]").waitFor();
        visits.look(guest.page(), "an e-ID that did not come through");
        day.navigate(call);
    }

    private void visitTheKnock(CareWorker careWorker) {
        var page = careWorker.person().page();
        careWorker.startsAssessmentCall();
        visits.look(page, "empty knock");
        page.locator("#knock-form button[type=submit]").click();
        page.locator("[aria-invalid=true]").first().waitFor();
        visits.look(page, "knock with everything missing");
        careWorker.fillsInTheKnock("Noor Sandgren");
    }

    private void visitJoiningAndWaiting(CareWorker careWorker) {
        var page = careWorker.person().page();
        page.context().route(TICKET, Route::abort);
        careWorker.knocks();
        page.locator("#call-root[data-stage=joining]").waitFor();
        visits.look(page, "joining");
        page.context().unroute(TICKET);
        page.locator("#call-root[data-stage=waiting]").waitFor();
        visits.look(page, "waiting");
    }

    private void visitTheDay(Professional nurse) {
        var page = nurse.person().page();
        String day = page.url();
        String waiting = nurse.rowOf(CareWorker.PATIENT).getAttribute("data-drop-in");
        page.navigate(day.replace("/min-dag", "/vantande/" + waiting + "/uppgifter"));
        visits.look(page, "name and number of who waits");
        page.navigate(day);
        var row = nurse.rowOf(CareWorker.PATIENT);
        visits.look(page, "somebody waits");
        row.locator("details.more summary").click();
        visits.look(page, "somebody waits, all forms open");
    }

    private void visitTheRoom(Professional nurse, CareWorker careWorker) {
        nurse.admits(CareWorker.PATIENT);
        nurse.room().awaitsTheOthersPicture();
        nurse.room().writes("Hej!");
        careWorker.room().reads("Hej!");
        visits.look(careWorker.person().page(), "room of the care worker, text open");
        var page = nurse.person().page();
        visits.look(page, "room of the nurse");
        for (String sheet : List.of("more", "leave")) {
            page.locator("[data-action=" + sheet + "]").click();
            page.locator("dialog[data-sheet=" + sheet + "][open]").waitFor();
            visits.look(page, "sheet " + sheet);
            page.keyboard().press("Escape");
        }
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(page.url());
        page.locator("#call-root[data-stage=closed]").waitFor();
        visits.look(page, "the call goes on in another window");
        elsewhere.close();
        page.reload();
        OngoingCall.awaitSeat(nurse.person());
    }

    private void visitTheEnd(People people, Professional nurse) {
        var page = nurse.person().page();
        nurse.room().endsForAll();
        nurse.room().isOver();
        visits.look(page, "ended");
        page.navigate(people.installation().url("sjukskoterska", "/min-dag"));
        visits.look(page, "a note to sign");
        page.locator("#to-do a[href^='/anteckning/']").first().click();
        page.waitForURL("**/anteckning/*");
        visits.look(page, "note");
        String note = page.url();
        page.navigate(note + "/uppgifter");
        visits.look(page, "name and number of whom the note is about");
        page.navigate(note + "/kontakten");
        visits.look(page, "contact");
        page.navigate(note + "/hembesok");
        visits.look(page, "whether it replaced a home visit");
        page.navigate(people.installation().url("sjukskoterska", "/min-dag"));
    }

    private void visitLeavingAndBeingTurnedAway(People people, Professional nurse) {
        var leaving = people.careWorker();
        leaving.knocksFor("Gunnar Provström", "Noor Sandgren");
        var page = leaving.person().page();
        page.locator("[data-action=leave]").click();
        page.locator("dialog[data-sheet=leave] [data-action=leave-now]").click();
        page.locator("#call-root[data-stage=left]").waitFor();
        visits.look(page, "left");

        var refused = people.careWorker();
        refused.knocksFor("Maria Provberg", ONLY_AT_NIGHT, "Noor Sandgren");
        nurse.turnsAway("Maria Provberg", "annat-satt", "Telefon räcker", "Vi ringer upp om tio minuter.");
        visits.look(nurse.person().page(), "the answer is sent");
        refused.person().page().locator("#call-root[data-stage=refused]").waitFor();
        visits.look(refused.person().page(), "refused");
    }

    private void visitTheHistory(People people, Professional nurse) {
        var page = nurse.person().page();
        page.navigate(people.installation().url("sjukskoterska", "/gallring"));
        visits.look(page, "how long it is kept");
        page.navigate(people.installation().url("sjukskoterska", "/historik"));
        visits.look(page, "history");
        page.locator("form[action='/historik/person'] button").click();
        page.locator("[aria-invalid=true]").first().waitFor();
        visits.look(page, "history with a number missing");
        search(people, page, ONLY_AT_NIGHT);
        visits.look(page, "history of one person");
        page.locator("a[href$='/skydd']").first().click();
        page.waitForURL("**/skydd");
        visits.look(page, "whether somebody is protected");
        page.navigate(people.installation().url("sjukskoterska", "/historik"));
        page.locator("a[href^='/historik/']").first().click();
        page.waitForURL("**/historik/*-*");
        page.locator("details.more summary").click();
        visits.look(page, "a past call");
        page.locator("form[action$='/bevara'] [type=submit]").click();
        page.locator("[aria-invalid=true]").first().waitFor();
        visits.look(page, "a hold with everything missing");
        page.locator("#reason").check();
        page.locator("#why").fill("Avvikelse 17");
        page.locator("#lastDay")
                .fill(LocalDate.now(ZoneId.of("Europe/Stockholm")).plusDays(90).toString());
        page.locator("form[action$='/bevara'] [type=submit]").click();
        page.locator("#bevarande li").waitFor();
        visits.look(page, "a held call");
    }
}
