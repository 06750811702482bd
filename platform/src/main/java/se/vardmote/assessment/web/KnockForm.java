package se.vardmote.assessment.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The knock as it was typed, untouched (R0-51..R0-54): what the browser sends, what the draft keeps, what a page with errors
 * shows again. An absent field is an empty string. {@code identityKind} is {@code personal}, {@code reserve} or
 * {@code unknown}; {@code staffRole} is the name of a licensed profession, or empty for a care worker; {@code wanted} is
 * the name of a profession or {@code ANYBODY}; {@code spokenWith} is a staff id or {@code other};
 * {@code protectedIdentity} is {@code yes} or empty.
 */
public record KnockForm(
        String knock,
        String staffName,
        String staffPhone,
        String staffRole,
        String patientName,
        String identityKind,
        String identityNumber,
        String reserveRegion,
        String reserveNumber,
        String unknownWhy,
        String reason,
        String wanted,
        String spokenWith,
        String spokenWithName,
        String protectedIdentity) {

    public KnockForm {
        knock = typed(knock);
        staffName = typed(staffName);
        staffPhone = typed(staffPhone);
        staffRole = typed(staffRole);
        patientName = typed(patientName);
        identityKind = typed(identityKind).isEmpty() ? "personal" : identityKind;
        identityNumber = typed(identityNumber);
        reserveRegion = typed(reserveRegion);
        reserveNumber = typed(reserveNumber);
        unknownWhy = typed(unknownWhy);
        reason = typed(reason);
        wanted = typed(wanted);
        spokenWith = typed(spokenWith);
        spokenWithName = typed(spokenWithName);
        protectedIdentity = typed(protectedIdentity);
    }

    /** The empty form with the idempotency key that makes a double tap one knock. */
    public static KnockForm empty(String knock) {
        return new KnockForm(knock, "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    @Override
    public String toString() {
        return "KnockForm[" + knock + "]";
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
