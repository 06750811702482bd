package se.vardmote.access;

import java.util.UUID;

/** One opening of a guest link in one browser. */
public record GuestVisitId(UUID value) {}
