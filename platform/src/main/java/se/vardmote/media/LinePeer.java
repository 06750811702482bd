package se.vardmote.media;

/** The other page of a direct connection, in one of its attempts. */
public record LinePeer(LineKey line, long epoch) {}
