package se.vardmote.media;

import java.util.Map;
import java.util.Set;

/** The rooms on the media server. */
public interface MediaRooms extends AutoCloseable {
    Availability availability();

    /** How often the media server has been lost since this process started. */
    default long interruptions() {
        return 0;
    }

    /** Whether pages send to each other instead of to a media server. */
    default boolean direct() {
        return false;
    }

    /** Most bits a second of picture that a page may send; the server holds it to that. */
    int videoBitrate();

    /** Makes the room ahead of the first line, in the background. Harmless when it is there. */
    void warm(RoomKey room);

    /**
     * A page's way into a room. A higher epoch than the key's present one replaces that line without a word to it; the
     * same epoch takes it over: the peer connections live on, events go to the new listener, and an answer or offer
     * that may have been lost on the way is repeated.
     *
     * @throws StaleEpoch when the key's line has a higher epoch
     */
    Line connect(RoomKey room, LineKey line, long epoch, LineRights rights, LineEvents events);

    /**
     * Says who may be seen in a room by those who see, whichever node holds their lines. Lines of this node follow their
     * own rights.
     *
     * @param lines each line's epoch
     */
    void seen(RoomKey room, Map<LineKey, Long> lines);

    /** Closes every line, one handle after the other, then the room. In the background; harmless when it is gone. */
    void destroy(RoomKey room);

    /**
     * Destroys rooms on the media server that are not among the known. One that is unknown for the first time is left
     * till the next call: it may have been made since the caller looked.
     */
    void keepOnly(Set<RoomKey> known);

    @Override
    void close();

    /** A newer attempt of the same page has taken the line. */
    final class StaleEpoch extends RuntimeException {
        StaleEpoch() {
            super("A newer epoch of this line is connected");
        }
    }
}
