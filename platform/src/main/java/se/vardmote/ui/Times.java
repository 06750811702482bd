package se.vardmote.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Instants as people in Sweden say them. The only place where the zone is named for reading. */
final class Times {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration JUST_NOW = Duration.ofMinutes(1);
    private static final Duration LATELY = Duration.ofMinutes(60);

    private final Words words;
    private final Clock clock;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final DateTimeFormatter date;

    Times(Words words, Clock clock) {
        var locale = words.language().locale();
        this.words = words;
        this.clock = clock;
        this.time = DateTimeFormatter.ofPattern(words.language() == Language.SV ? "HH.mm" : "HH:mm", locale);
        this.day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale);
        this.date = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        this.dayAndYear = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale);
    }

    String clock(Instant at) {
        return time.format(at.atZone(SWEDEN));
    }

    String clock(LocalTime at) {
        return time.format(at);
    }

    String date(LocalDate day) {
        return date.format(day);
    }

    String date(Instant at) {
        return date(LocalDate.ofInstant(at, SWEDEN));
    }

    String when(Instant at) {
        ZonedDateTime then = at.atZone(SWEDEN);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        LocalDate date = then.toLocalDate();
        String hour = time.format(then);
        if (date.equals(today)) return words.text("time.today", hour);
        if (date.equals(today.minusDays(1))) return words.text("time.yesterday", hour);
        if (date.equals(today.plusDays(1))) return words.text("time.tomorrow", hour);
        return date.getYear() == today.getYear() ? day.format(then) + " " + hour : exact(at);
    }

    String ofDay(Instant at) {
        boolean today = at.atZone(SWEDEN).toLocalDate().equals(LocalDate.ofInstant(clock.instant(), SWEDEN));
        return today ? clock(at) : when(at);
    }

    String exact(Instant at) {
        ZonedDateTime then = at.atZone(SWEDEN);
        return dayAndYear.format(then) + " " + time.format(then);
    }

    String ago(Instant at) {
        Duration since = Duration.between(at, clock.instant());
        if (since.compareTo(JUST_NOW) < 0) return words.text("time.just-now");
        if (since.compareTo(LATELY) < 0) return words.count("time.minutes-ago", (int) since.toMinutes());
        return when(at);
    }

    String lasted(Instant since) {
        return between(since, clock.instant());
    }

    String until(Instant at) {
        Duration left = Duration.between(clock.instant(), at);
        if (!left.isPositive()) return words.text("time.now");
        return words.text("time.in", length(left));
    }

    String between(Instant from, Instant to) {
        return length(Duration.between(from, to));
    }

    private String length(Duration length) {
        long minutes = Math.max(0, length.toMinutes());
        if (minutes == 0) return words.text("time.under-a-minute");
        if (minutes < 60) return words.text("time.minutes", minutes);
        if (minutes % 60 == 0) return words.text("time.hours", minutes / 60);
        return words.text("time.hours-minutes", minutes / 60, minutes % 60);
    }
}
