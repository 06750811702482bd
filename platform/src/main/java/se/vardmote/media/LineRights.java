package se.vardmote.media;

/**
 * What a line may do with the others in its room. Whoever waits has neither: it may publish, so that its connection is
 * warm, but the server forwards that to nobody.
 *
 * @param seen others with {@code sees} receive its sound and picture
 * @param sees it receives those who are {@code seen}
 */
public record LineRights(boolean seen, boolean sees) {
    public static final LineRights WAITING = new LineRights(false, false);
    public static final LineRights ADMITTED = new LineRights(true, true);
}
