package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody waits, and it is heard: measured where the page hands its sound to the computer. */
@Tag("thorough")
@ExtendWith(Stories.class)
class KnockIsHeardTests {
    /** A tenth of full scale would be a shout; this is a soft note, and silence is zero exactly. */
    private static final double HEARD = 0.005;

    /** Everything that goes to the loudspeaker also goes through a meter, as every other path is the page's own affair. */
    private static final String METER = """
            (() => {
              const meters = [];
              Object.defineProperty(globalThis, 'vardmoteLoudness', { value: () => Math.max(0, ...meters.map((meter) => {
                const samples = new Float32Array(meter.fftSize);
                meter.getFloatTimeDomainData(samples);
                return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
              })) });
              const connect = AudioNode.prototype.connect;
              AudioNode.prototype.connect = function (target, ...rest) {
                if (target instanceof AudioDestinationNode) {
                  const meter = new AnalyserNode(this.context, { fftSize: 32768 });
                  connect.call(this, meter);
                  meters.push(meter);
                }
                return connect.call(this, target, ...rest);
              };
            })();""";

    /** R0-14. */
    @Test
    void a_knock_sounds_at_the_audio_output(People people) {
        var nurse = listening(people);
        assertThat(loudness(nurse)).as("before anybody knocks").isZero();
        people.careWorker().knocksFor("Maria Provberg", "Noor Sandgren");
        nurse.rowOf("Maria Provberg");
        awaitSound(nurse);
        assertThat(nurse.person().page().title()).contains("1");
        nurse.turnsAway("Maria Provberg", "annat-satt", "Telefon räcker", "Vi ringer upp.");
    }

    /** R0-14: the nurse reads the record in another tab. */
    @Test
    void a_knock_sounds_in_a_hidden_tab_too(People people) {
        var nurse = listening(people);
        hide(nurse);
        people.careWorker().knocksFor("Gunnar Provström", "Noor Sandgren");
        awaitSound(nurse);
        nurse.person().page().reload();
        nurse.turnsAway("Gunnar Provström", "annat-satt", "Telefon räcker", "Vi ringer upp.");
    }

    /** R0-14: who is not on duty sees who waits, in silence, and is not told that the sound is off. */
    @Test
    void off_duty_a_knock_is_seen_and_not_heard(People people) {
        var nurse = listening(people);
        nurse.goesOffDuty();
        people.careWorker().knocksFor("Elsa Provdotter", "Noor Sandgren");
        nurse.rowOf("Elsa Provdotter");
        assertThat(nurse.person().page().locator("[data-action=sound-on]").isVisible())
                .as("said that the sound is off")
                .isFalse();
        assertThat(loudness(nurse)).isZero();

        nurse.goesOnDuty();
        switchSoundOn(nurse);
        awaitSound(nurse);
        nurse.turnsAway("Elsa Provdotter", "annat-satt", "Telefon räcker", "Vi ringer upp.");
    }

    /** R0-14: the computer is shared and keeps nothing, so the server remembers. */
    @Test
    void the_knock_is_as_loud_the_next_time_as_the_nurse_set_it(People people) {
        var nurse = people.nurse();
        var page = nurse.person().page();
        var volume = page.locator("#knock-volume");
        volume.focus();
        page.waitForResponse("**/min-dag/ljud", () -> volume.fill("35"));

        var elsewhere = people.nurse();
        assertThat(elsewhere.person().page().locator("#knock-volume").inputValue())
                .isEqualTo("35");
    }

    private static Professional listening(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var page = nurse.person().page();
        page.context().addInitScript(METER);
        page.reload();
        switchSoundOn(nurse);
        return nurse;
    }

    private static void switchSoundOn(Professional nurse) {
        var soundOn = nurse.person().page().locator("[data-action=sound-on]");
        soundOn.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (soundOn.isVisible()) {
            soundOn.click();
        }
        nurse.person().awaitTrue("document.querySelector('[data-action=sound-on]').hidden");
    }

    /**
     * A browser without a screen hides no tab. So the page is told that it is hidden, and from then on gets less than a
     * hidden tab gets anywhere: none of its timers runs and no frame is drawn.
     */
    private static void hide(Professional nurse) {
        nurse.person().page().evaluate("""
                () => {
                  for (const timer of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'])
                    globalThis[timer] = () => 0;
                  Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
                  Object.defineProperty(document, 'hidden', { value: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");
    }

    private static double loudness(Professional nurse) {
        return nurse.person().number("vardmoteLoudness()");
    }

    private static void awaitSound(Professional nurse) {
        nurse.person().awaitTrue("vardmoteLoudness() > " + HEARD);
    }
}
