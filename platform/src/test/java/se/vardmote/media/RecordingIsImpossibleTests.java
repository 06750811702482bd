package se.vardmote.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A meeting cannot be recorded, not even by somebody who knows every secret of the media server. */
class RecordingIsImpossibleTests {
    private final RoomKey room = new RoomKey(UUID.randomUUID());
    private final Path files = RealJanus.newFolder();

    /** R4-284. */
    @Test
    void janus_asked_with_all_secrets_to_record_a_live_meeting_writes_no_file() throws IOException {
        try (var janus = new RealJanus();
                var browser = new RealBrowser();
                var client = HttpClient.newHttpClient()) {
            BrowserPage careWorker = browser.open(janus.rooms, room, LineRights.ADMITTED);
            BrowserPage nurse = browser.open(janus.rooms, room, LineRights.ADMITTED);
            nurse.seesAndHears();
            JanusLink link = JanusLink.open(janus.server.address(), client);
            askToRecord(link);
            nurse.seesAndHears();
            BrowserPage latecomer = browser.open(janus.rooms, room, LineRights.ADMITTED);
            latecomer.seesAndHears();
            careWorker.seesAndHears();
            link.cut();
            assertThat(Files.readString(janus.folder.resolve("janus.log"))).contains("protected folder");
            assertThat(recordings(janus.folder)).isEmpty();
            assertThat(recordings(files)).isEmpty();
        } finally {
            RealJanus.delete(files);
        }
    }

    /** The room's lock taken off, a folder named that may be written to, then the request itself. */
    private void askToRecord(JanusLink link) {
        link.steward().ask(request(link, "edit").put("new_lock_record", false));
        link.steward().ask(request(link, "enable_recording").put("record", true));
        link.steward().ask(request(link, "enable_recording").put("record", false));
        link.steward().ask(request(link, "edit").put("new_rec_dir", files.toString()));
        link.steward().ask(request(link, "enable_recording").put("record", true));
    }

    private ObjectNode request(JanusLink link, String name) {
        return JanusLink.object()
                .put("request", name)
                .put("room", room.toString())
                .put("secret", link.address().secretOf(room))
                .put("admin_key", link.address().adminKey());
    }

    private static Stream<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().contains(".mjr")).toList().stream();
        }
    }
}
