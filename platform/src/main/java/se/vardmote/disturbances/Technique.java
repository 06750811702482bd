package se.vardmote.disturbances;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The technique around somebody for whom something does not work. Every value is one of a few words, or a number: what
 * anybody sends beyond them becomes {@code unknown}, so that nothing about a person can come along.
 *
 * @param browser name of {@code Browser.Brand}
 * @param browserVersion major; 0 when unknown
 * @param supported calls have been tried with that browser
 * @param platform name of {@code Browser.Device}
 * @param screen in CSS pixels, such as {@code 820x1180}
 * @param page the kind of page it happened on
 * @param camera as the page knows it; the words of the room
 * @param connection what the room measures
 * @param media whether the server carried sound and picture
 * @param version of the product
 */
public record Technique(
        String browser,
        int browserVersion,
        boolean supported,
        String platform,
        String screen,
        String page,
        String camera,
        String microphone,
        String connection,
        String media,
        String version) {
    public static final String UNKNOWN = "unknown";
    public static final List<String> PAGES = List.of("start", "day", "waiting", "room");
    public static final List<String> DEVICE_STATES =
            List.of("idle", "asking", "on", "off", "muted", "missing", "busy", "refused", "insecure", "ended");
    public static final List<String> CONNECTIONS = List.of("good", "weak", "bad", "lost");
    public static final List<String> MEDIA = List.of("available", "unavailable");
    static final Set<String> WEAK = Set.of("weak", "bad", "lost");
    private static final Pattern SCREEN = Pattern.compile("[1-9]\\d{2,4}x[1-9]\\d{2,4}");

    public Technique {
        screen = SCREEN.matcher(screen).matches() ? screen : UNKNOWN;
        page = known(PAGES, page);
        camera = known(DEVICE_STATES, camera);
        microphone = known(DEVICE_STATES, microphone);
        connection = known(CONNECTIONS, connection);
        media = known(MEDIA, media);
    }

    private static String known(List<String> words, String given) {
        return words.contains(given) ? given : UNKNOWN;
    }
}
