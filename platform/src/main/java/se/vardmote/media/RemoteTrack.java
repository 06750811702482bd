package se.vardmote.media;

/**
 * One track of somebody else in what the page receives.
 *
 * @param mid the media section in the offer that carries it
 * @param line whose it is
 */
public record RemoteTrack(String mid, LineKey line, TrackKind kind) {}
