package se.vardmote.journal.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * "Fel patient" as it was typed; an absent field is empty.
 *
 * @param wrongRegion name of {@code ReserveIssuer}, or empty for a personal or coordination number
 */
public record WrongPatientForm(String wrongName, String wrongNumber, String wrongRegion, String wrongReason) {
    static final WrongPatientForm EMPTY = new WrongPatientForm("", "", "", "");

    public WrongPatientForm {
        wrongName = typed(wrongName);
        wrongNumber = typed(wrongNumber);
        wrongRegion = typed(wrongRegion);
        wrongReason = typed(wrongReason);
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    @Override
    public String toString() {
        return "WrongPatientForm[]";
    }
}
