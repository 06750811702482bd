package se.vardmote.directory.stops.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Planned stops to come, and the form of a new one.
 *
 * @param full there are as many as there may be
 * @param units to choose from
 * @param errors field name → refusal code ({@code stops.<field>.<code>}, else {@code refusal.<code>})
 * @param notice null, or what just happened: {@code kept}, {@code removed}
 */
public record StopsPage(
        String careProvider,
        List<Stop> stops,
        boolean full,
        List<Unit> units,
        StopForm form,
        Map<String, String> errors,
        @Nullable String notice) {

    /** @param units names; none for all of the care provider's */
    public record Stop(
            String id,
            String text,
            @Nullable String english,
            List<String> units,
            Instant announcedFrom,
            Instant starts,
            Instant ends,
            boolean running) {}

    public record Unit(String id, String name) {}

    ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("directory/stops", Map.of("page", this), status);
    }
}
