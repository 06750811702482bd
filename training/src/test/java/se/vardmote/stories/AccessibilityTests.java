package se.vardmote.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
            "/bedomningssamtal/kod",
            "/para-ihop",
            "/logga-in/svar",
            "/logga-in/uppdrag",
            "/finns-inte");
    private static final String TICKET = "**/samtal/biljett";
    private final Visits visits = new Visits();

    /** R0-2. */
    @Test
    void axe_finds_nothing_on_any_page_nor_on_any_screen_of_a_call(People people) {
        visitWhatIsOpenToAll(people);
        var administrator = people.administrator();
        administrator.page().waitForURL("**/admin/enheter");
        visits.look(administrator.page(), "devices");

        var nurse = people.nurse();
        nurse.goesOnDuty();
        visits.look(nurse.person().page(), "nobody waits");
        var careWorker = people.careWorker();
        visits.look(careWorker.person().page(), "start on a tablet");
        visitTheKnock(careWorker);
        visitJoiningAndWaiting(careWorker);
        visitTheDay(nurse);
        visitTheRoom(nurse, careWorker);
        visitTheEnd(people, nurse);
        visitLeavingAndBeingTurnedAway(people, nurse);

        visits.assertCompleteAndWithoutFindings();
    }

    private void visitWhatIsOpenToAll(People people) {
        var stranger = people.visitor();
        for (String path : OPEN_TO_ALL) {
            stranger.page().navigate(people.installation().loopback(path));
            visits.look(stranger.page(), "open to all");
        }
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
        var row = nurse.rowOf(CareWorker.PATIENT);
        visits.look(nurse.person().page(), "somebody waits");
        row.locator("details.more summary").click();
        visits.look(nurse.person().page(), "somebody waits, all forms open");
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
        refused.knocksFor("Maria Provberg", "Noor Sandgren");
        nurse.turnsAway("Maria Provberg", "annat-satt", "Telefon räcker", "Vi ringer upp om tio minuter.");
        visits.look(nurse.person().page(), "the answer is sent");
        refused.person().page().locator("#call-root[data-stage=refused]").waitFor();
        visits.look(refused.person().page(), "refused");
    }
}
