package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A professional who has two calls to think of, and one who brings a colleague in. */
@ExtendWith(Stories.class)
class TogetherTests {
    private static final String NURSE = "Noor Sandgren";
    private static final String COLLEAGUE = "Alva Brink";

    /** R0-2, R0-61. */
    @Test
    void a_knock_is_seen_in_a_call_which_is_parked_and_resumed_and_both_decode_frames_again(People people) {
        var call = OngoingCall.begin(people);
        var nurse = call.nurse();
        var second = people.careWorkerByNight();
        second.knocksFor(CareWorker.PATIENT, NURSE);

        Locator notice = page(nurse).locator(".call-notice[data-notice=knock]");
        notice.waitFor();
        assertThat(notice.textContent())
                .contains("En väntar · under 1 min", "Fall · Hemtjänst natt")
                .doesNotContain("Tolvan");
        Screens.look(nurse.person(), "room-knock");
        notice.locator(".notice-open").click();
        Screens.look(nurse.person(), "room-knock-open");
        page(nurse).locator("[data-action=ready-sentence]").first().click();
        second.room().reads("Jag är i ett samtal, jag kommer om några minuter.");
        page(nurse)
                .locator("dialog[data-sheet=knocks] [data-action=close-sheet]")
                .click();

        notice.locator("[data-action=park]").click();
        page(nurse).waitForURL("**/min-dag");
        Locator parked = page(nurse).locator("#my-calls [data-parked]");
        parked.waitFor();
        Screens.look(nurse.person(), "my-day-parked");
        Page home = call.careWorker().person().page();
        home.getByText(Pattern.compile(NURSE + " kommer snart tillbaka. Samtalet är pausat."))
                .first()
                .waitFor();
        assertThat(sends(call.careWorker().person()))
                .as("what is sent while parked")
                .isFalse();
        Screens.look(call.careWorker().person(), "room-parked");

        nurse.admits(CareWorker.PATIENT);
        second.room().awaitsTheOthersPicture();
        nurse.room().awaitsTheOthersPicture();
        parks(nurse);
        page(nurse).locator("#my-calls [data-parked] button").first().click();
        page(nurse).waitForURL(Pattern.compile(".*/samtal/[0-9a-f-]{36}$"));
        call.awaitBothPictures();
        assertThat(sends(call.careWorker().person())).isTrue();

        parks(nurse);
        assertThat(page(nurse).locator("#my-calls [data-parked]").count()).isEqualTo(2);
        page(nurse).locator("#my-calls [data-parked] button").first().click();
        second.room().awaitsTheOthersPicture();
        nurse.room().awaitsTheOthersPicture();
        nurse.room().endsForAll();
        second.room().isOver();
        nurse.room().isOver();
        page(nurse).locator("[data-action=onward]").click();
        page(nurse).locator("#my-calls [data-parked] button").click();
        call.awaitBothPictures();
        nurse.room().endsForAll();
        call.careWorker().room().isOver();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    /** R0-18, R0-55, R0-61, B76. */
    @Test
    @Tag("thorough")
    void a_colleague_is_brought_in_and_takes_over_and_the_call_goes_on_when_the_first_one_leaves(People people) {
        var alva = people.physiotherapist();
        page(alva).waitForURL("**/min-dag");
        var call = OngoingCall.begin(people);
        var nurse = call.nurse();
        asksIn(nurse, "Rehab", COLLEAGUE);
        page(nurse)
                .locator("dialog[data-sheet=colleagues]")
                .getByText(Pattern.compile(COLLEAGUE + ", Rehab: väntar på svar"))
                .waitFor();
        Screens.look(nurse.person(), "room-colleagues");
        page(nurse)
                .locator("dialog[data-sheet=colleagues] [data-action=close-sheet]")
                .click();

        Locator asked = page(alva).locator("#my-calls [data-asked]");
        asked.waitFor();
        assertThat(asked.textContent()).contains(NURSE + " ber dig komma in i ett samtal", "Fall");
        assertThat(page(alva).locator("#my-calls").innerHTML())
                .as("no patient before they are in")
                .doesNotContain(CareWorker.PATIENT);
        Screens.look(alva.person(), "my-day-asked");
        asked.locator("form[action$='/ga-in'] button").click();
        page(alva).waitForURL(Pattern.compile(".*/samtal/[0-9a-f-]{36}$"));
        alva.room().awaitsTheOthersPicture();
        call.awaitBothPictures();
        awaitTiles(alva, 2);
        awaitTiles(nurse, 2);
        page(call.careWorker())
                .locator(".tile-names")
                .getByText(COLLEAGUE)
                .first()
                .waitFor();

        opensColleagues(nurse);
        page(nurse).locator("[data-action=hand-over]").click();
        Locator offer = page(alva).locator(".call-notice[data-notice=hand-over]");
        offer.waitFor();
        Locator offered = offer.locator(".notice-open");
        assertThat(offered.textContent()).isEqualTo(NURSE + " vill lämna över samtalet till dig");
        Screens.look(alva.person(), "room-hand-over");
        offered.click();
        page(alva).locator("[data-action=take-over]").click();
        page(nurse).locator("dialog[data-sheet=colleagues] .hand-over-offer").waitFor(hidden());
        page(nurse).keyboard().press("Escape");

        leaves(nurse);
        alva.room().awaitsTheOthersPicture();
        call.careWorker().room().awaitsTheOthersPicture();
        awaitTiles(call.careWorker(), 1);
        alva.room().endsForAll();
        call.careWorker().room().isOver();
        page(alva).locator("[data-action=onward]").click();
        page(alva).locator("#to-sign a[href^='/anteckning/']").first().waitFor();
        assertThat(alva.person().troubles()).isEmpty();
        assertThat(call.careWorker().person().troubles()).isEmpty();
    }

    /** R0-61: care worker and patient at one seat, three professionals. */
    @Test
    @Tag("thorough")
    void four_seats_are_seen_at_every_size(People people) {
        var alva = people.physiotherapist();
        var tove = people.cardHolder("fysioterapeut", "Tove Ahlgren");
        // The second colleague needs the licence for many (ADR 14).
        mayCallMany(people, true);
        try {
            seenByFour(people, alva, tove);
        } finally {
            mayCallMany(people, false);
        }
    }

    private static void seenByFour(People people, Professional alva, Professional tove) {
        var call = OngoingCall.begin(people);
        for (var name : new String[] {COLLEAGUE, "Tove Ahlgren"}) {
            asksIn(call.nurse(), "Rehab", name);
            page(call.nurse())
                    .locator("dialog[data-sheet=colleagues] [data-action=close-sheet]")
                    .click();
        }
        for (var colleague : new Professional[] {alva, tove}) {
            page(colleague).locator("#my-calls form[action$='/ga-in'] button").click();
            colleague.room().awaitsTheOthersPicture();
        }
        awaitTiles(call.nurse(), 3);
        awaitTiles(call.careWorker(), 3);
        Screens.look(call.nurse().person(), "room-four-nurse");
        Screens.look(call.careWorker().person(), "room-four-care-worker");
        call.nurse().room().endsForAll();
    }

    private static void mayCallMany(People people, boolean may) {
        people.installation()
                .database()
                .sql("update organisation.care_provider set multi_party = ?")
                .param(may)
                .update();
    }

    /** R0-2: a screen whose sign-in has timed out names nobody and is still heard. */
    @Test
    void a_timed_out_day_hides_the_names_and_goes_on_telling_that_somebody_waits(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor(CareWorker.PATIENT, NURSE);
        nurse.rowOf(CareWorker.PATIENT);
        people.installation().everySessionWasLastSeenTwoHoursAgo();

        Locator signal = page(nurse).locator("[data-locked]");
        signal.getByText("Någon väntar – lås upp").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(page(nurse).content()).doesNotContain(CareWorker.PATIENT).doesNotContain(CareWorker.NAME);
        assertThat(page(nurse).title()).isEqualTo("Någon väntar – lås upp");
        Screens.look(nurse.person(), "my-day-locked");
        page(nurse).locator("[data-action=sign-in]").click();
        page(nurse).waitForURL(Pattern.compile(".*(/min-dag|/logga-in|/kort).*"));
    }

    private static void asksIn(Professional nurse, String unit, String name) {
        opensColleagues(nurse);
        page(nurse).locator("select[data-choice=unit]").selectOption(new SelectOption().setLabel(unit));
        page(nurse)
                .locator(".colleague")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("[data-action=ask-in]")
                .click();
        page(nurse)
                .locator(".asked-list [data-asked]")
                .filter(new Locator.FilterOptions().setHasText(name))
                .waitFor();
    }

    private static void opensColleagues(Professional nurse) {
        page(nurse).locator("[data-action=more]").click();
        page(nurse).locator("dialog[data-sheet=more] [data-action=colleagues]").click();
    }

    private static void parks(Professional nurse) {
        page(nurse).locator("[data-action=leave]").click();
        page(nurse).locator("dialog[data-sheet=leave] [data-action=park]").click();
        page(nurse).waitForURL("**/min-dag");
    }

    private static void leaves(Professional nurse) {
        page(nurse).locator("[data-action=leave]").click();
        page(nurse).locator("dialog[data-sheet=leave] [data-action=leave-now]").click();
        page(nurse).locator("#call-root[data-stage=left]").waitFor();
    }

    private static void awaitTiles(Professional who, int count) {
        awaitTiles(who.person(), count);
    }

    private static void awaitTiles(CareWorker who, int count) {
        awaitTiles(who.person(), count);
    }

    private static void awaitTiles(Person person, int count) {
        person.page().locator(".call-tiles[data-tiles='" + count + "']").waitFor();
    }

    /** Whether sound or picture goes out of this page. */
    private static boolean sends(Person person) {
        return person.number("vardmoteWitness.connections.filter(c => c.connectionState !== 'closed')"
                        + ".flatMap(c => c.getSenders()).filter(s => s.track).length")
                > 0;
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static Page page(Professional who) {
        return who.person().page();
    }

    private static Page page(CareWorker who) {
        return who.person().page();
    }
}
