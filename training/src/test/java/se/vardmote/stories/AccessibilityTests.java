package se.vardmote.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
    static final String ONLY_AT_NIGHT = "19610118-2803";

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
        administrator.page().navigate(people.installation().url("administrator", "/admin/enheter?sok=ipad"));
        visits.look(administrator.page(), "devices found");
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
        new AgreedWalk(people, visits)
                .everything(nurse.person().page(), careWorker.person().page(), nurse);
        visitTheKnock(careWorker);
        visitJoiningAndWaiting(careWorker);
        visitTheDay(nurse);
        visitTheRoom(nurse, careWorker);
        visitTheEnd(people, nurse);
        visitLeavingAndBeingTurnedAway(people, nurse);
        visitTheHistory(people, nurse);
        administrator.page().navigate(held);
        visits.look(administrator.page(), "a call is held");
        var head = new HeadWalk(people, visits);
        head.theAccessLog();
        head.whatIsBlocked(nurse.person().page());
        head.theMeetingRight();
    }

    static void search(People people, Page page, String number) {
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
        administrator.locator(".admin-nav").getByText("Drift").click();
        administrator.locator("a[href='/admin/storningar']").click();
        administrator.locator(".ranked a").first().waitFor();
        visits.look(administrator, "disturbances");
        administrator.locator(".ranked a").first().click();
        administrator.waitForURL("**/admin/storningar/*/*");
        visits.look(administrator, "one disturbance");
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
