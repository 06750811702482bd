package se.vardmote.media;

import org.jspecify.annotations.Nullable;

/** One page's way into a room. All calls return at once; they are done in the order given. */
public interface Line {
    LineKey key();

    long epoch();

    /** The page's offer on its sending connection; answered by {@link LineEvents#answered}. The same offer again repeats the answer. */
    void offer(String sdp);

    /** The page's answer to {@link LineEvents#offered}. */
    void answer(String sdp);

    /** @param candidate null when there are no more */
    void candidate(PeerConnectionSide pc, @Nullable IceCandidate candidate);

    /** Carries words to another page that this one {@linkplain LineEvents#meets meets} directly; with a media server there is nobody. */
    default void tell(LinePeer other, String words) {}

    void rights(LineRights rights);

    /** Stops, or lets through again, what this line sends, at the server, whatever the page says. */
    void mute(TrackKind kind, boolean muted);

    /** Leaves the room; nobody receives anything of it any more, nor it of them. */
    void close();
}
