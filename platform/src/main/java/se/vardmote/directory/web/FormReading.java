package se.vardmote.directory.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;

/** Reads fields one by one, so that every wrong one is named at once. */
final class FormReading {
    static final String MISSING = "missing";
    private final Map<String, String> errors = new LinkedHashMap<>();

    Map<String, String> errors() {
        return errors;
    }

    boolean refused() {
        return !errors.isEmpty();
    }

    void refuse(String field, String why) {
        errors.putIfAbsent(field, why);
    }

    /** One visible line of at most a hundred characters. */
    @Nullable
    String line(String field, String typed) {
        if (typed.isBlank()) return refused(field, MISSING);
        PersonName name = parsed(field, PersonName.parse(typed));
        return name == null ? null : name.value();
    }

    @Nullable
    HsaId hsaId(String field, String typed) {
        return typed.isBlank() ? refused(field, MISSING) : parsed(field, HsaId.parse(typed));
    }

    @Nullable
    PhoneNumber phone(String field, String typed) {
        return parsed(field, PhoneNumber.parse(typed));
    }

    /** Null also when nothing was typed: a day that has to be there is asked for with {@link #dayNeeded}. */
    @Nullable
    LocalDate day(String field, String typed) {
        if (typed.isBlank()) return null;
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            return refused(field, "date");
        }
    }

    @Nullable
    LocalDate dayNeeded(String field, String typed) {
        return typed.isBlank() ? refused(field, MISSING) : day(field, typed);
    }

    /** That the last day is not before the first. */
    void inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) refuse("validTo", "before");
    }

    <T> @Nullable T refused(String field, String why) {
        refuse(field, why);
        return null;
    }

    private <T> @Nullable T parsed(String field, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Refused<T>(String reason) -> refused(field, reason);
        };
    }
}
