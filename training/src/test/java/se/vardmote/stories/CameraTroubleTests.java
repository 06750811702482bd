package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When camera or microphone fail: the page says which of all the reasons it is, what to do, and the call goes on. */
@Tag("thorough")
@ExtendWith(Stories.class)
class CameraTroubleTests {
    /** What a browser answers when another program holds the camera. No camera here can be held, so the answer is given for it. */
    private static final String CAMERA_IS_HELD = """
            (() => {
              const { mediaDevices } = navigator;
              const ask = mediaDevices.getUserMedia.bind(mediaDevices);
              globalThis.cameraIsHeld = true;
              mediaDevices.getUserMedia = (wanted) => wanted.video && globalThis.cameraIsHeld
                ? Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))
                : ask(wanted);
            })();""";

    /** R0-6, R0-10. */
    @Test
    void whoever_refuses_is_told_where_to_allow_it_and_reaches_the_nurse_all_the_same(People people) {
        var careWorker = waiting(people, people.careWorkerWith(Hardware.REFUSED), "Elsa Provdotter");
        assertThat(trouble(careWorker, "both-refused"))
                .isEqualTo("Sidan får inte använda kamera och mikrofon. Tryck på symbolen till vänster i adressfältet, "
                        + "tillåt båda och tryck Försök igen.");
        assertThatTextAndTelephoneRemain(people, careWorker, "Elsa Provdotter");
    }

    /** R0-6, R0-10. */
    @Test
    void a_computer_without_camera_and_microphone_says_so_and_reaches_the_nurse_all_the_same(People people) {
        var careWorker = waiting(people, people.careWorkerWith(Hardware.NONE), "Elsa Provdotter");
        assertThat(trouble(careWorker, "camera-missing"))
                .isEqualTo("Ingen kamera hittades. Anslut en och tryck Försök igen. Det går att prata utan bild.");
        assertThat(trouble(careWorker, "microphone-missing"))
                .isEqualTo("Ingen mikrofon hittades. Anslut en och tryck Försök igen, "
                        + "eller ring samtidigt som ni ser varandra.");
        assertThatTextAndTelephoneRemain(people, careWorker, "Elsa Provdotter");
    }

    /** R0-6, R0-10. */
    @Test
    void a_camera_that_another_program_holds_works_once_it_is_closed_there(People people) {
        var somebody = people.careWorkerWith(Hardware.USUAL);
        somebody.person().context().addInitScript(CAMERA_IS_HELD);
        var careWorker = waiting(people, somebody, "Elsa Provdotter");
        assertThat(trouble(careWorker, "camera-busy"))
                .isEqualTo("Kameran används av ett annat program. Stäng det och tryck Försök igen.");
        var page = careWorker.person().page();
        assertThat(page.locator("[data-action=microphone]").getAttribute("data-state"))
                .as("the microphone, which nobody holds")
                .isEqualTo("on");

        page.evaluate("globalThis.cameraIsHeld = false");
        page.locator("[data-trouble=camera-busy] [data-action=try-again]").click();

        careWorker.room().awaitsOwnPicture();
        assertThat(page.locator(".troubles [data-trouble]").count()).isZero();
        leave(careWorker);
    }

    /** R0-6, R0-35. */
    @Test
    void after_a_reload_the_page_says_so_before_it_asks_for_anything(People people) {
        var careWorker = waiting(people, people.careWorkerWith(Hardware.USUAL), "Elsa Provdotter");
        careWorker.room().awaitsOwnPicture();

        var page = careWorker.person().page();
        page.reload();
        page.locator("#call-root[data-stage=waiting]").waitFor();
        assertThat(trouble(careWorker, "reloaded"))
                .isEqualTo("Sidan laddades om. Tryck för att slå på kamera och mikrofon igen.");
        assertThat(careWorker.person().cameraRequests()).as("before the press").isZero();

        page.locator("[data-action=turn-on-devices]").click();
        careWorker.room().awaitsOwnPicture();
        assertThat(careWorker.person().cameraRequests()).isEqualTo(1);
        leave(careWorker);
    }

    /** R0-6, R0-35: whoever has allowed it for good is not asked, but reads why the camera comes on again. */
    @Test
    void after_a_reload_with_permission_the_page_says_that_it_turns_the_camera_on_again(People people) {
        var careWorker = waiting(people, people.careWorker(), "Elsa Provdotter");
        careWorker.room().awaitsOwnPicture();
        careWorker.person().page().reload();
        careWorker.room().awaitsOwnPicture();
        assertThat(careWorker.person().cameraRequests()).isEqualTo(1);
        assertThat((String) careWorker.person().page().evaluate("vardmoteWitness.saidWhenAsked[0]"))
                .contains("Sidan laddades om. Kamera och mikrofon slås på igen.");
        leave(careWorker);
    }

    /** R0-6: one tap, and the screen stays awake meanwhile. */
    @Test
    void the_other_camera_is_one_tap_away_and_the_screen_does_not_go_dark(People people) {
        var careWorker = people.careWorkerWith(Hardware.TWO_CAMERAS);
        careWorker.person().context().grantPermissions(java.util.List.of("screen-wake-lock"));
        waiting(people, careWorker, "Elsa Provdotter");
        careWorker.room().awaitsOwnPicture();
        String before = cameraOf(careWorker);

        careWorker
                .person()
                .page()
                .locator(".call-check [data-action=flip-camera]")
                .click();

        careWorker
                .person()
                .awaitTrue("document.querySelector('.self-video').srcObject?.getVideoTracks()[0]?.label !== '" + before
                        + "'");
        careWorker.room().awaitsOwnPicture();
        careWorker.person().awaitTrue("vardmoteWitness.wakeLocks.some(lock => !lock.released)");
        leave(careWorker);
        careWorker.person().awaitTrue("vardmoteWitness.wakeLocks.every(lock => lock.released)");
    }

    private static CareWorker waiting(People people, CareWorker careWorker, String patient) {
        careWorker.knocksFor(patient, "Noor Sandgren");
        return careWorker;
    }

    private static String trouble(CareWorker careWorker, String which) {
        Locator trouble = careWorker.person().page().locator("[data-trouble=" + which + "] p");
        trouble.waitFor();
        return trouble.textContent();
    }

    private static String cameraOf(CareWorker careWorker) {
        return (String) careWorker
                .person()
                .page()
                .evaluate("document.querySelector('.self-video').srcObject.getVideoTracks()[0].label");
    }

    /** The number of the unit to ring, and words both ways, from the wait into the room. */
    private static void assertThatTextAndTelephoneRemain(People people, CareWorker careWorker, String patient) {
        Page page = careWorker.person().page();
        assertThat(page.locator(".rather-phone").first().innerText())
                .matches("(?s)Du kan också ringa:.*\\d{3}-[\\d ]+");
        var nurse = people.nurse();
        nurse.goesOnDuty();
        nurse.admits(patient);
        page.locator("#call-root[data-stage=admitted]").waitFor();
        careWorker.room().writes("Jag har ingen bild.");
        nurse.room().reads("Jag har ingen bild.");
        nurse.room().writes("Då skriver vi.");
        careWorker.room().reads("Då skriver vi.");
        nurse.room().endsForAll();
        nurse.room().isOver();
        assertThat(careWorker.person().troubles()).isEmpty();
    }

    private static void leave(CareWorker careWorker) {
        Page page = careWorker.person().page();
        page.locator("[data-action=leave]").click();
        page.locator("dialog[data-sheet=leave] [data-action=leave-now]").click();
        page.locator("#call-root[data-stage=left]").waitFor();
    }
}
