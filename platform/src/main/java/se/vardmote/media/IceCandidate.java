package se.vardmote.media;

import org.jspecify.annotations.Nullable;

/**
 * An address at which a page may be reached, as the browser's {@code RTCIceCandidateInit}.
 *
 * @param candidate the candidate attribute; empty means that there are no more
 */
public record IceCandidate(
        String candidate, @Nullable String sdpMid, @Nullable Integer sdpMLineIndex) {}
