package se.vardmote.media;

import java.util.List;

/**
 * What happens on a line. Calls for one room come one after the other, on a thread of the room: answer quickly. Calling
 * the {@link Line} from here is fine.
 */
public interface LineEvents {
    /** The server's answer to the page's latest offer on the sending connection. */
    void answered(String sdp);

    /**
     * The server's offer on the receiving connection. The first comes right after connecting, with no tracks, so that
     * the connection is up before anybody is to be seen. The page answers each; until then no further one comes.
     *
     * @param tracks everybody this line now receives; a media section not named carries nothing
     */
    void offered(String sdp, List<RemoteTrack> tracks);

    /** With whom this page exchanges sound and picture directly, whenever that changes. Never with a media server. */
    default void meets(List<LinePeer> peers) {}

    /** What one of them says for this page: a description or an address. */
    default void told(LinePeer from, String words) {}

    /** The connection is up: addresses found, keys agreed. */
    void connected(PeerConnectionSide pc);

    /** The line is gone and nothing more is heard of it. Not called for a line that was closed or superseded. */
    void lost(LossReason why);
}
