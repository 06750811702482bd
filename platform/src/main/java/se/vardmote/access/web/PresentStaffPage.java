package se.vardmote.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who of a care provider's staff is signed in, for its administrator. Ends all of one person's with {@code POST
 * /admin/inloggningar/{staff}/avsluta}.
 *
 * @param ended somebody's have just been ended
 */
public record PresentStaffPage(String careProvider, List<Row> rows, boolean ended) {

    /** One person, with the number of places. */
    public record Row(String staff, String name, String profession, int places, Instant lastSeen, boolean self) {}

    public ModelAndView view() {
        return new ModelAndView("access/present-staff", Map.of("page", this));
    }
}
