package se.vardmote.media;

/**
 * What a line may do with the others in its room. Whoever waits has neither: it may publish, so that its connection is
 * warm, but the server forwards that to nobody.
 *
 * @param seen others with {@code sees} receive its sound and picture
 * @param sees it receives those who are {@code seen}
 * @param addressHidden no party may learn its address in the network: only a media server may carry it
 */
public record LineRights(boolean seen, boolean sees, boolean addressHidden) {
    public static final LineRights WAITING = new LineRights(false, false, false);
    public static final LineRights ADMITTED = new LineRights(true, true, false);

    /** The same with a hidden address. */
    public LineRights hidingAddress() {
        return new LineRights(seen, sees, true);
    }
}
