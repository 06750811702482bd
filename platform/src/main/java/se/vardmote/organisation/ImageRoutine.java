package se.vardmote.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What a unit has decided about pictures of patients (R2-77).
 *
 * @param text in the unit's own words; null when it has written none
 * @param mayBeSaved whether a picture may be kept with the note
 */
public record ImageRoutine(@Nullable String text, boolean mayBeSaved) {}
