package se.vardmote.meetings;

/** The socket of a page that had arrived is gone. */
public record PageLost() {}
