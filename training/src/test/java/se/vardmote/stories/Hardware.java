package se.vardmote.stories;

import java.util.List;

/** What a computer has of cameras and microphones, and what is answered when the browser asks for them. */
enum Hardware {
    /** Picture and sound are made up by the browser, and every question is answered yes. */
    USUAL("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"),
    TWO_CAMERAS("--use-fake-device-for-media-stream=device-count=2", "--use-fake-ui-for-media-stream"),
    NONE("--use-fake-ui-for-media-stream"),
    REFUSED("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny");

    private final List<String> flags;

    Hardware(String... flags) {
        this.flags = List.of(flags);
    }

    List<String> flags() {
        return flags;
    }
}
