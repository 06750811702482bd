package se.vardmote.disturbances;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.vardmote.disturbances.Disturbance.Cause;
import se.vardmote.disturbances.Disturbance.Kind;

/** R3-20: the technique tells which obstacle it is, and nothing else comes along. */
class FindingTheCauseTests {

    @ParameterizedTest
    @CsvSource({
        "PICTURE, busy, refused, bad, available, true, CAMERA_BUSY",
        "PICTURE, on, refused, bad, available, true, WEAK_CONNECTION",
        "PICTURE, off, on, good, available, true, UNKNOWN",
        "SOUND, busy, refused, bad, available, true, MICROPHONE_REFUSED",
        "SOUND, busy, ended, lost, unavailable, false, MICROPHONE_ENDED",
        "SOUND, on, on, lost, unavailable, false, MEDIA_UNAVAILABLE",
        "SLOW, busy, refused, weak, available, false, WEAK_CONNECTION",
        "CANNOT_GET_IN, '', '', '', '', false, UNSUPPORTED_BROWSER",
        "OTHER, '', '', '', '', true, UNKNOWN"
    })
    void the_nearest_cause_comes_first(
            Kind kind,
            String camera,
            String microphone,
            String connection,
            String media,
            boolean supported,
            Cause cause) {
        var technique = new Technique(
                "CHROME", 150, supported, "IPAD", "820x1180", "room", camera, microphone, connection, media, "1");

        assertThat(Disturbance.of(kind, technique)).isEqualTo(new Disturbance(kind, cause));
    }

    @Test
    void what_is_no_word_of_ours_becomes_unknown() {
        String person = "Tolvan Tolvansson 19121212-1212";
        var technique =
                new Technique("CHROME", 150, true, "IPAD", person, "/samtal/0197", person, person, person, person, "1");

        assertThat(technique.toString()).doesNotContain("Tolvan", "1212-", "0197");
        assertThat(technique.page()).isEqualTo(Technique.UNKNOWN);
        assertThat(technique.screen()).isEqualTo(Technique.UNKNOWN);
    }
}
