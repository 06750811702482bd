package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A picture in the call: asked for or offered, taken, seen by the professional only, saved or discarded. */
@ExtendWith(Stories.class)
class PictureOfThePatientTests {
    private static final String NOTHING_KEPT = """
            async () => [...Object.values(localStorage), ...Object.values(sessionStorage)]
                    .filter((text) => text.length > 60 || /^(data|blob):/.test(text)).length
                + (await indexedDB.databases()).length
                + (await caches.keys()).length + (await navigator.storage.getDirectory().then(
                    async (folder) => (await Array.fromAsync(folder.keys())).length, () => 0))""";

    /** R0-33, R0-37, R0-38, R2-77. */
    @Test
    void one_that_the_nurse_asked_for_is_taken_confirmed_seen_and_saved(People people) {
        var call = OngoingCall.begin(people);
        var device = new CallPictures(call.careWorker().person());
        var nurse = new CallPictures(call.nurse().person());

        nurse.asks();
        device.reads("Sjuksköterskan vill ha en bild");
        look(call, "wanted");
        device.accepts();
        device.awaitsFinder();
        look(call, "aiming");
        device.shoots();
        Screens.look(call.careWorker().person(), "picture-taken");
        assertThat(nurse.seen().count()).as("before it was confirmed").isZero();
        device.press("send-picture");
        device.reads("Bilden är skickad");

        nurse.seen().waitFor();
        call.awaitBothPictures();
        Screens.look(call.nurse().person(), "picture-to-decide");
        assertThat(nurse.panel().innerText()).contains("Fråga patienten först");
        nurse.press("save-picture");
        nurse.reads("Välj om patienten är tillfrågad.");
        nurse.saysPatientWasAsked();
        nurse.press("save-picture");
        nurse.reads(CareWorker.IDENTITY_NUMBER);
        Screens.look(call.nurse().person(), "picture-right-patient");
        nurse.press("not-right-patient");
        assertThat(saved(people)).as("before anybody has said whose it is").isZero();
        nurse.press("save-picture");
        nurse.press("right-patient");
        nurse.reads("Bilden är sparad i anteckningen.");

        assertThat(people.installation()
                        .database()
                        .sql("select count(*) from journal.picture where asked = 'ASKED'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertNothingIsLeftOnTheDevice(call);
        assertThat(call.careWorker().person().troubles()).isEmpty();
        assertThat(call.nurse().person().troubles()).isEmpty();
        end(call);
    }

    /** R0-37: looked at by keyboard alone, whole screen, closer; and thrown away for good. */
    @Test
    void one_that_was_offered_is_taken_anew_looked_at_closely_and_discarded(People people) {
        var call = OngoingCall.begin(people);
        var device = new CallPictures(call.careWorker().person());
        var nurse = new CallPictures(call.nurse().person());

        device.offers();
        device.awaitsFinder();
        device.shoots();
        device.press("retake");
        device.awaitsFinder();
        device.shoots();
        device.press("send-picture");
        device.reads("Bilden är skickad");
        nurse.seen().waitFor();

        var page = call.nurse().person().page();
        page.locator("[data-picture] > .zoom").focus();
        page.keyboard().press("+");
        page.locator("[data-picture] > .zoom[data-zoom=in]").waitFor();
        page.keyboard().press("0");
        page.locator("[data-picture] > .zoom[data-zoom=fit]").waitFor();
        page.locator("[data-action=full-picture]").press("Enter");
        page.locator("dialog.picture-full[open] img[data-shown]").waitFor();
        Screens.look(call.nurse().person(), "picture-whole-screen");
        page.keyboard().press("Escape");
        page.locator("dialog.picture-full[open]").waitFor(Waits.gone());

        nurse.press("discard-picture");
        nurse.reads("Bilden går inte att få tillbaka.");
        Screens.look(call.nurse().person(), "picture-discard");
        nurse.press("discard-now");
        nurse.reads("Bilden är kastad.");
        assertThat(kept(people)).isZero();
        assertNothingIsLeftOnTheDevice(call);
        end(call);
    }

    /** R0-38: whoever ends the call first loses nothing. */
    @Test
    void one_that_is_left_when_the_call_ends_is_saved_afterwards(People people) {
        var call = OngoingCall.begin(people);
        var device = new CallPictures(call.careWorker().person());
        var nurse = new CallPictures(call.nurse().person());
        device.offers();
        device.awaitsFinder();
        device.shoots();
        device.press("send-picture");
        nurse.seen().waitFor();

        end(call);
        call.nurse().room().isOver();

        nurse.seen().waitFor();
        Screens.look(call.nurse().person(), "picture-after-the-call");
        nurse.saysPatientWasAsked();
        nurse.press("save-picture");
        nurse.press("right-patient");
        nurse.reads("Bilden är sparad i anteckningen.");
    }

    /** B4: rehabilitation saves none. */
    @Test
    void where_the_unit_saves_no_pictures_there_is_nothing_to_press(People people) {
        var physiotherapist = people.physiotherapist();
        physiotherapist.goesOnDuty();
        var careWorker = people.careWorkerAtPostiljonen();
        careWorker.knocksFor(CareWorker.PATIENT, "Alva Brink");
        physiotherapist.admits(CareWorker.PATIENT);
        var call = new OngoingCall(careWorker, physiotherapist);
        call.awaitBothPictures();
        var device = new CallPictures(careWorker.person());
        var professional = new CallPictures(physiotherapist.person());

        professional.asks();
        device.reads("Fysioterapeuten vill ha en bild");
        device.accepts();
        device.awaitsFinder();
        device.shoots();
        device.press("send-picture");
        professional.seen().waitFor();

        professional.reads("Vi sparar inga bilder.");
        assertThat(professional.panel().locator("[data-action=save-picture]").isVisible())
                .isFalse();
        Screens.look(physiotherapist.person(), "picture-not-saved-here");
        professional.press("discard-picture");
        professional.press("discard-now");
        professional.reads("Bilden är kastad.");
        end(call);
    }

    /** R0-37, R0-35: the page sends again, and there is one picture. */
    @Test
    @Tag("thorough")
    void a_server_that_is_killed_amid_the_sending_gets_the_picture_once(People people) {
        var call = OngoingCall.begin(people, CallPictures::giveGoodCamera);
        var device = new CallPictures(call.careWorker().person());
        var nurse = new CallPictures(call.nurse().person());
        assertThat(call.careWorker().person().number("vardmoteCamera.ready()"))
                .as("bytes, many enough to be on their way for a while")
                .isGreaterThan(3_000_000);
        device.offers();
        device.awaitsFinder();
        device.shoots();
        var slow = slowly(call.careWorker().person(), 300_000);
        device.press("send-picture");
        call.careWorker().person().awaitTrue("(document.querySelector('.picture-take progress')?.value ?? 0) > 0.02");
        assertThat(kept(people)).as("while it is on its way").isZero();

        people.installation().kill9AndRestart();

        slow.run();
        device.reads("Bilden är skickad");
        call.awaitBothInTheirSeats();
        nurse.seen().waitFor();
        call.awaitBothPictures();
        assertThat(nurse.seen().count()).isOne();
        assertThat(kept(people)).isOne();
        end(call);
    }

    /** The way out of a device that sends slowly; the answer makes it quick again. */
    private static Runnable slowly(Person person, int bytesPerSecond) {
        var tools = person.context().newCDPSession(person.page());
        tools.send("Network.emulateNetworkConditions", conditions(bytesPerSecond));
        return () -> tools.send("Network.emulateNetworkConditions", conditions(-1));
    }

    private static JsonObject conditions(int upload) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", upload);
        return conditions;
    }

    /** Of the latest call. */
    private static int kept(People people) {
        return people.installation().database().sql("""
                        select count(*) from meetings.picture where sealed is not null and retention_unit_id =
                            (select retention_unit_id from meetings.meeting order by opened_at desc limit 1)""").query(Integer.class).single();
    }

    private static int saved(People people) {
        return people.installation().database().sql("""
                        select count(*) from journal.picture join journal.duty on duty.id = duty_id where meeting_id =
                            (select id from meetings.meeting order by opened_at desc limit 1)""").query(Integer.class).single();
    }

    private static void assertNothingIsLeftOnTheDevice(OngoingCall call) {
        for (Person person : call.both()) {
            assertThat(((Number) person.page().evaluate(NOTHING_KEPT)).intValue())
                    .as("kept by the browser of " + person.role())
                    .isZero();
        }
    }

    private static void look(OngoingCall call, String what) {
        call.both().forEach(person -> Screens.look(person, "picture-" + what + "-" + person.role()));
    }

    private static void end(OngoingCall call) {
        call.nurse().room().endsForAll();
        call.careWorker().room().isOver();
    }
}
