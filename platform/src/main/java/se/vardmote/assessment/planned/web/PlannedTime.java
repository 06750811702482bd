package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day and a time of day in Sweden, as typed. */
final class PlannedTime {
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int MOST_DAYS_AHEAD = 366;

    private PlannedTime() {}

    /** Null, with the reason among the errors at {@code date} or {@code time}. */
    static @Nullable LocalDateTime read(String date, String time, Instant now, Map<String, String> errors) {
        LocalDate day = day(date, errors);
        LocalTime hour = hour(time, errors);
        if (day == null || hour == null) return null;
        LocalDateTime at = LocalDateTime.of(day, hour);
        LocalDateTime here = LocalDateTime.ofInstant(now, SWEDEN);
        if (!at.isAfter(here)) errors.put(day.isBefore(here.toLocalDate()) ? "date" : "time", "past");
        else if (at.isAfter(here.plusDays(MOST_DAYS_AHEAD))) errors.put("date", "too-far");
        else return at;
        return null;
    }

    private static @Nullable LocalDate day(String typed, Map<String, String> errors) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            errors.put("date", typed.isEmpty() ? "missing" : "form");
            return null;
        }
    }

    private static @Nullable LocalTime hour(String typed, Map<String, String> errors) {
        try {
            return LocalTime.parse(typed.replace('.', ':'));
        } catch (DateTimeParseException e) {
            errors.put("time", typed.isEmpty() ? "missing" : "form");
            return null;
        }
    }
}
