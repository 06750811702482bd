package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trying out where no media server is installed: pages send straight to each other. */
class DirectMediaTests {

    /** R0-6, R0-61. */
    @Tag("thorough")
    @Test
    void a_call_has_sound_picture_and_text_both_ways_without_a_media_server() {
        try (var installation = Installation.startWithoutMediaServer();
                var browsers = new Browsers();
                var people = new People(installation, browsers)) {
            var call = OngoingCall.begin(people);
            assertThat(installation.data().resolve("janus/janus.pid"))
                    .as("no media server was started")
                    .doesNotExist();
            call.talk("utan medieserver");

            call.careWorker().person().page().reload();
            call.awaitBothInTheirSeats();
            call.awaitBothPictures();
            call.talk("efter omladdningen");

            call.nurse().room().endsForAll();
            call.careWorker().room().isOver();
            assertThat(call.careWorker().person().troubles()).isEmpty();
            assertThat(call.nurse().person().troubles()).isEmpty();
        }
    }
}
