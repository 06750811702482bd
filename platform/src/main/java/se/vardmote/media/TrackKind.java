package se.vardmote.media;

/** Sound or picture. */
public enum TrackKind {
    AUDIO,
    VIDEO
}
