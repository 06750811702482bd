package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An iPad is locked, takes a telephone call or shows another app: its page is hidden, then stands still, and often loses
 * its socket. A browser without a screen neither hides nor locks, so the page is told, and stopped through its own
 * developer's door.
 */
@Tag("thorough")
@ExtendWith(Stories.class)
class BehindALockedScreenTests {
    private static final String LOCKED = "Skärmen är låst eller visar något annat";
    private static final String TICKET = "**/samtal/biljett";

    /** As Safari of an iPad names itself. */
    private static final String IPAD = """
            Object.defineProperty(navigator, 'userAgent', { get: () =>
              'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15' });
            Object.defineProperty(navigator, 'maxTouchPoints', { get: () => 5 });""";

    private static final String SHOW = """
            state => {
              Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
              Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            }""";

    /** R0-35, R0-61. */
    @Test
    void in_the_call_the_nurse_reads_that_the_screen_is_locked_and_that_they_are_back_in_the_same_seat(People people) {
        var call = OngoingCall.begin(people, BehindALockedScreenTests::isAnIPad);
        var ipad = call.careWorker().person();
        int asked = ipad.cameraRequests();
        double sockets = ipad.number("vardmoteWitness.sockets.length");

        lock(ipad);
        awaitTile(call.nurse(), LOCKED);
        awaitAloud(call.nurse(), "skärmen är låst");
        Screens.look(call.nurse().person(), "room-screen-locked");
        call.nurse().room().writes("Jag väntar kvar.");
        unlock(ipad);

        awaitTile(call.nurse(), "Är tillbaka");
        awaitAloud(call.nurse(), "är tillbaka");
        call.careWorker().room().reads("Jag väntar kvar.");
        call.awaitBothInTheirSeats();
        call.awaitBothPictures();
        assertThat(ipad.cameraRequests()).isEqualTo(asked);
        assertThat(ipad.number("vardmoteWitness.sockets.length"))
                .as("sockets while it was short")
                .isEqualTo(sockets);
        assertThat(said(call.nurse())).as("nobody has gone").doesNotContain("inte längre ansluten");
    }

    /** R0-35: iPadOS takes the socket of a page that is not in view. */
    @Test
    void a_socket_that_is_lost_behind_the_locked_screen_changes_nothing_of_that(People people) {
        var call = OngoingCall.begin(people, BehindALockedScreenTests::isAnIPad);
        var ipad = call.careWorker().person();
        int asked = ipad.cameraRequests();
        show(ipad, "hidden");
        awaitTile(call.nurse(), LOCKED);
        ipad.context().route(TICKET, Route::abort);
        ipad.page().evaluate("vardmoteWitness.sockets.at(-1).close()");
        call.nurse().person().page().locator(".call-tile[data-present=no]").waitFor();
        awaitTile(call.nurse(), LOCKED);

        ipad.context().unroute(TICKET);
        show(ipad, "visible");
        call.nurse()
                .person()
                .page()
                .locator(".call-tile[data-present=yes][data-away=no]")
                .waitFor();
        call.awaitBothInTheirSeats();
        call.awaitBothPictures();
        assertThat(ipad.cameraRequests()).isEqualTo(asked);
    }

    /** R0-35: the system has ended the camera; it is asked for again with a word before. */
    @Test
    void a_camera_that_the_system_ended_is_asked_for_again_after_a_word(People people) {
        var call = OngoingCall.begin(people, BehindALockedScreenTests::isAnIPad);
        var ipad = call.careWorker().person();
        int asked = ipad.cameraRequests();
        show(ipad, "hidden");
        ipad.page().evaluate("""
                () => {
                  const [track] = document.querySelector('[data-self] video').srcObject.getVideoTracks();
                  track.stop();
                  track.dispatchEvent(new Event('ended'));
                }""");
        show(ipad, "visible");
        ipad.awaitTrue("vardmoteWitness.cameraRequests === " + (asked + 1));
        assertThat(String.valueOf(ipad.page().evaluate("vardmoteWitness.saidWhenAsked.at(-1)")))
                .contains("Kamera och mikrofon slås på igen.");
        call.awaitBothPictures();
    }

    /** A nurse reads the record in another window; nobody is told that a screen is locked. */
    @Test
    void a_computer_whose_window_is_behind_another_is_not_locked(People people) {
        var call = OngoingCall.begin(people);
        show(call.nurse().person(), "hidden");
        call.nurse().room().writes("Jag läser i journalen.");
        call.careWorker().room().reads("Jag läser i journalen.");
        assertThat(tiles(call.careWorker().person())).noneMatch(text -> text.contains("låst"));
    }

    /** R0-50: the place in the queue is kept, and the professional reads why nobody answers. */
    @Test
    void whoever_waits_behind_a_locked_screen_keeps_the_place(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        isAnIPad(careWorker.person());
        careWorker.knocksFor(CareWorker.PATIENT, "Noor Sandgren");
        var locked = nurse.rowOf(CareWorker.PATIENT).getByText("Deras skärm är låst");
        lock(careWorker.person());
        locked.waitFor();
        Screens.look(nurse.person(), "waiting-screen-locked");
        unlock(careWorker.person());
        nurse.person()
                .page()
                .waitForCondition(() -> nurse.rowOf(CareWorker.PATIENT)
                                .getByText("Deras skärm är låst")
                                .count()
                        == 0);
        assertThat(careWorker.person().page().locator(".call-place").getAttribute("data-place"))
                .isEqualTo("1");
        nurse.admits(CareWorker.PATIENT);
        careWorker.room().awaitsTheOthersPicture();
        assertThat(careWorker.person().cameraRequests()).isEqualTo(1);
    }

    private static void isAnIPad(Person person) {
        person.context().addInitScript(IPAD);
    }

    /** Hidden, then standing still: nothing of the page runs until it is unlocked. */
    private static void lock(Person person) {
        show(person, "hidden");
        lifecycle(person, "frozen");
    }

    private static void unlock(Person person) {
        lifecycle(person, "active");
        show(person, "visible");
    }

    private static void show(Person person, String state) {
        person.page().evaluate(SHOW, state);
    }

    private static void lifecycle(Person person, String state) {
        var words = new JsonObject();
        words.addProperty("state", state);
        person.context().newCDPSession(person.page()).send("Page.setWebLifecycleState", words);
    }

    private static void awaitTile(Professional nurse, String text) {
        nurse.person()
                .page()
                .locator(".call-tile .tile-state")
                .getByText(text)
                .first()
                .waitFor();
    }

    private static void awaitAloud(Professional nurse, String text) {
        nurse.person().page().waitForCondition(() -> said(nurse).contains(text));
    }

    private static String said(Professional nurse) {
        return nurse.person().page().locator(".call-aloud").textContent();
    }

    private static List<String> tiles(Person person) {
        return person.page().locator(".call-tile .tile-state").allTextContents();
    }
}
