package se.vardmote.assessment.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.clients.Client;

/**
 * The calls of one person, open on another ground than a relation of care.
 *
 * @param careProvider whose calls these are
 * @param own the care provider is the reader's own: whether the person is protected is theirs to say
 * @param calls newest first, at most a page of the history
 * @param blocked the patient has blocked more than is shown
 * @param more there are older ones, which are not shown
 */
public record OpenedPatientPage(
        StatedGround stated,
        Client.Shown person,
        String careProvider,
        boolean own,
        List<Row> calls,
        boolean blocked,
        boolean more) {

    /** @param unit that had the call */
    public record Row(String unit, HistoryPage.Row call) {}

    public ModelAndView view() {
        return new ModelAndView("assessment/opened-patient", Map.of("page", this));
    }
}
