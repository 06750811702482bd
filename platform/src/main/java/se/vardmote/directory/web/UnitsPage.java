package se.vardmote.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.register.UnitLine;

/**
 * The units of a care provider.
 *
 * @param search what was searched for; empty for the whole tree
 * @param units of this page: parents before what is below them
 * @param total on all pages
 * @param page from 1
 * @param pages how many there are
 * @param today by which a unit is open or closed
 * @param notice null, or what just happened
 */
public record UnitsPage(
        String careProvider,
        String search,
        List<UnitLine> units,
        int total,
        int page,
        int pages,
        LocalDate today,
        @Nullable String notice) {

    /** Where another page of the same search is. */
    public String address(int other) {
        String searched = search.isEmpty() ? "" : "&sok=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
        return DirectoryPages.UNITS + "?sida=" + other + searched;
    }

    /** {@code closed}, {@code coming}, or null for open. */
    public static @Nullable String state(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (to != null && to.isBefore(today)) return "closed";
        return from != null && from.isAfter(today) ? "coming" : null;
    }
}
