package se.vardmote.disturbances.web;

/**
 * What a page tells about itself, as sent; absent fields are empty. Whatever is no word of ours becomes unknown later.
 *
 * @param kind name of {@code Disturbance.Kind}
 * @param cause name of {@code Disturbance.Cause}; only on the way to the thanks
 */
public record Seen(
        String kind,
        String cause,
        String page,
        String screen,
        String camera,
        String microphone,
        String connection,
        String media) {
    public Seen {
        kind = orEmpty(kind);
        cause = orEmpty(cause);
        page = orEmpty(page);
        screen = orEmpty(screen);
        camera = orEmpty(camera);
        microphone = orEmpty(microphone);
        connection = orEmpty(connection);
        media = orEmpty(media);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
