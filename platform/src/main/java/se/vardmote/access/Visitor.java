package se.vardmote.access;

/** Anybody. */
public record Visitor() implements Actor {}
