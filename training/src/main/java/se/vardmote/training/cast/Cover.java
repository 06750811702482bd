package se.vardmote.training.cast;

/** Which unit is sought when nobody at a fictional unit answers, and who is head of that unit. */
public record Cover(CareUnit unit, CareUnit by, CastMember head) {}
