package se.vardmote.access;

/** Somebody who has opened a guest link, and whom nobody has identified yet. */
public record GuestVisitor(GuestVisitId visit, GuestInvitation invitation) implements Actor {}
