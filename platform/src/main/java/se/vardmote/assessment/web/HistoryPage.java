package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.clients.Client;
import se.vardmote.journal.RightPatient.Move;

/**
 * The calls that a unit has had. No names, but of the one person who was searched for.
 *
 * @param unit the receiving unit of the commission
 * @param form what is searched for, as typed
 * @param person whose calls these are, after a search by identity number; else null
 * @param moves calls that were moved to or from that person, earliest first
 * @param calls newest first, at most a page
 * @param next address of the following page, or null
 * @param errors field name → refusal code ({@code history.<field>.<code>}, else {@code refusal.<code>})
 */
public record HistoryPage(
        String unit,
        Form form,
        Client.@Nullable Shown person,
        List<Move> moves,
        List<Row> calls,
        @Nullable String next,
        Map<String, String> errors) {

    /**
     * What is searched for.
     *
     * @param reason name of {@code CallReason} or empty
     * @param client the id of the person searched for before, or empty
     */
    public record Form(String from, String to, String reason, String client, String identity) {}

    /**
     * A call.
     *
     * @param call id, part of the address
     * @param fromUnit null for a visitor with a code
     * @param outcome texts are {@code history.outcome.<outcome>}
     */
    public record Row(
            String call,
            Instant at,
            @Nullable String fromUnit,
            String reason,
            @Nullable String professional,
            String outcome,
            boolean contentGone) {}

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/history", Map.of("page", this), status);
    }
}
