package se.vardmote.media;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.media.RealJanus.until;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two real pages in one room on the real Janus: a care worker and a nurse. */
class SeeingEachOtherTests {
    private final RoomKey room = new RoomKey(UUID.randomUUID());
    private RealJanus janus;
    private RealBrowser browser;
    private BrowserPage careWorker;
    private BrowserPage nurse;

    @BeforeEach
    void start() throws IOException {
        janus = new RealJanus();
        browser = new RealBrowser();
        careWorker = browser.open(janus.rooms, room, LineRights.WAITING);
        nurse = browser.open(janus.rooms, room, LineRights.ADMITTED);
    }

    @AfterEach
    void stop() {
        if (browser != null) browser.close();
        janus.close();
    }

    /** R0-35. */
    @Test
    void who_waits_is_neither_seen_nor_sees_and_both_see_and_hear_each_other_once_admitted() {
        until("the care worker's page is warm", () -> careWorker.asked() == 1 && nurse.asked() == 1);
        assertThat(careWorker.frames() + nurse.frames()).isZero();
        assertThat(careWorker.tracks() + nurse.tracks()).isZero();
        careWorker.may(LineRights.ADMITTED);
        careWorker.seesAndHears();
        nurse.seesAndHears();
        assertThat(nurse.tracks()).isEqualTo(2);
    }

    @Test
    void who_is_put_out_again_is_seen_no_more_and_who_is_muted_is_not_heard() {
        careWorker.may(LineRights.ADMITTED);
        nurse.seesAndHears();
        careWorker.line().mute(TrackKind.AUDIO, true);
        until("silence, with picture", () -> {
            int packets = nurse.packets();
            int frames = nurse.frames();
            until("more pictures", () -> nurse.frames() > frames + 5);
            return nurse.packets() == packets;
        });
        careWorker.may(LineRights.WAITING);
        until("the nurse is told", () -> nurse.tracks() == 0 && careWorker.tracks() == 0);
        careWorker.may(LineRights.ADMITTED);
        careWorker.seesAndHears();
    }

    @Test
    void the_picture_comes_back_without_asking_for_the_camera_again_when_janus_is_killed() {
        careWorker.may(LineRights.ADMITTED);
        careWorker.seesAndHears();
        nurse.seesAndHears();
        ProcessHandle killed = janus.process();
        killed.destroyForcibly();
        until("another Janus runs", () -> janus.process().pid() != killed.pid());
        until("new connections carry pictures", () -> careWorker.frames() > 0 && nurse.frames() > 0);
        careWorker.seesAndHears();
        nurse.seesAndHears();
        assertThat(careWorker.asked()).isEqualTo(1);
        assertThat(nurse.asked()).isEqualTo(1);
    }

    @Test
    void a_third_person_is_seen_by_both_and_leaves_without_disturbing_them() throws IOException {
        careWorker.may(LineRights.ADMITTED);
        careWorker.seesAndHears();
        BrowserPage physiotherapist = browser.open(janus.rooms, room, LineRights.ADMITTED);
        physiotherapist.seesAndHears();
        until(
                "everybody has two others",
                () -> careWorker.tracks() == 4 && nurse.tracks() == 4 && physiotherapist.tracks() == 4);
        physiotherapist.line().close();
        until("there are two again", () -> careWorker.tracks() == 2 && nurse.tracks() == 2);
        careWorker.seesAndHears();
        nurse.seesAndHears();
    }
}
