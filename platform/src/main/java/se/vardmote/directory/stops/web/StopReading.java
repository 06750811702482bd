package se.vardmote.directory.stops.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.stops.PlannedStop;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;
import se.vardmote.vocabulary.PlannedStopId;

/** Reads the form of a planned stop: the stop, or what is wrong (field name → refusal code). */
record StopReading(@Nullable PlannedStop stop, Map<String, String> errors) {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    /** Longer is no stop but something else, and nobody reads an announcement for so long. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration FURTHEST = Duration.ofDays(366);

    static StopReading read(SystemAdministrator by, StopForm form, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (form.text().isEmpty()) errors.put("text", "missing");
        if (form.text().length() > PlannedStop.LONGEST) errors.put("text", "too-long");
        if (form.english().length() > PlannedStop.LONGEST) errors.put("english", "too-long");
        Instant starts = time("starts", form.starts(), errors);
        Instant ends = time("ends", form.ends(), errors);
        Instant announced = form.announced().isEmpty() ? now : time("announced", form.announced(), errors);
        if (starts != null && starts.isAfter(now.plus(FURTHEST))) errors.put("starts", "too-far");
        if (starts != null && ends != null) inOrder(starts, ends, now, errors);
        Set<CareUnitId> units = units(form, errors);
        if (!errors.isEmpty() || starts == null || ends == null || announced == null)
            return new StopReading(null, errors);
        // What has begun already is told at once, and what is announced too late as it begins.
        Instant told = announced.isAfter(starts) ? starts : announced;
        return new StopReading(
                new PlannedStop(
                        PlannedStopId.next(),
                        by.careProvider(),
                        units,
                        units,
                        form.text(),
                        form.english().isEmpty() ? null : form.english(),
                        told,
                        starts,
                        ends),
                errors);
    }

    private static void inOrder(Instant starts, Instant ends, Instant now, Map<String, String> errors) {
        if (!ends.isAfter(starts)) errors.put("ends", "before");
        else if (!ends.isAfter(now)) errors.put("ends", "past");
        else if (ends.isAfter(starts.plus(LONGEST))) errors.put("ends", "too-long");
    }

    private static @Nullable Instant time(String field, String typed, Map<String, String> errors) {
        if (typed.isEmpty()) {
            errors.put(field, "missing");
            return null;
        }
        try {
            return LocalDateTime.parse(typed.replace(' ', 'T')).atZone(SWEDEN).toInstant();
        } catch (DateTimeException notATime) {
            errors.put(field, "form");
            return null;
        }
    }

    private static Set<CareUnitId> units(StopForm form, Map<String, String> errors) {
        return form.unit().stream()
                .flatMap(id -> {
                    try {
                        return Stream.of(CareUnitId.of(id));
                    } catch (NotAnIdentifier notAUnit) {
                        errors.put("unit", "unknown-unit");
                        return Stream.empty();
                    }
                })
                .collect(Collectors.toSet());
    }
}
