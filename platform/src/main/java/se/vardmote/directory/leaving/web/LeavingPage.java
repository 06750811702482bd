package se.vardmote.directory.leaving.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.leaving.Leaving;
import se.vardmote.organisation.leaving.OpenMatters;

/**
 * What is open at a unit that is to close, or with somebody who is to leave.
 *
 * @param address where the forms go
 * @param back address of the unit's or the person's own page
 * @param name of the unit, or the person as everybody may read it
 * @param unit a unit is to close; else a person leaves
 * @param lastDay what is open after it
 * @param units to hand things to
 * @param wrong word of the kind that something stands in the way of, or {@code close}; null for none
 * @param why code of what: text {@code leaving.refused.<code>}
 * @param closed the unit has been closed on that day, or nothing is left with the person
 */
public record LeavingPage(
        String address,
        String back,
        String name,
        boolean unit,
        LocalDate lastDay,
        List<Leaving.Group> groups,
        List<Unit> units,
        @Nullable String wrong,
        @Nullable String why,
        boolean closed) {

    public record Unit(String id, String name) {}

    /** Whether the receiver is a unit, chosen from a list; else a person, by HSA-id. */
    public static boolean toUnit(Leaving.Group group) {
        return group.to() == OpenMatters.To.UNIT;
    }

    public static boolean toAnybody(Leaving.Group group) {
        return group.to() != OpenMatters.To.NOBODY;
    }

    ModelAndView view() {
        var status = wrong == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("directory/leaving", Map.of("page", this), status);
    }
}
