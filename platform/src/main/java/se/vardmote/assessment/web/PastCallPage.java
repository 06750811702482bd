package se.vardmote.assessment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.clients.Client;

/**
 * One call of the history, opened: whose it was, what is left of it, and whether its content is held.
 *
 * @param row as in the list
 * @param reasonCode why it was answered with something else than video: {@code judgement.<outcome>.<code>}, or null
 * @param content what has become of the content
 * @param note address of the note where the reader may open it, else null
 * @param left what stays although the content has gone; empty while it is there
 * @param holds every hold on the content, newest first
 * @param form a new hold as typed
 * @param errors field name → refusal code
 */
public record PastCallPage(
        HistoryPage.Row row,
        Client.Shown person,
        @Nullable String reasonCode,
        Content content,
        @Nullable String note,
        List<Left> left,
        List<HoldRow> holds,
        HoldForm form,
        Map<String, String> errors) {

    /**
     * What has become of the content: gone since then, or to be read until then; one of them.
     *
     * @param held a hold keeps it after its last day
     */
    public record Content(
            @Nullable Instant goneAt, @Nullable LocalDate lastDay, boolean held) {}

    /** What stays of a call; texts are {@code past.left.<name>}. */
    public enum Left {
        PERSON,
        TIMES,
        JUDGEMENT,
        /** Of those who took part. */
        NAMES,
        /** Of those who took part, without their names. */
        ROLES,
        EMERGENCIES,
        INSTRUCTIONS,
        DRAFT,
        NOTE,
        PICTURES
    }

    /** @param reason name of {@code Holds.Reason} */
    public record HoldRow(
            String hold,
            String reason,
            Instant placedAt,
            String placedBy,
            LocalDate lastDay,
            @Nullable Instant liftedAt,
            @Nullable String liftedBy,
            boolean inForce) {}

    public record HoldForm(String reason, String why, String lastDay) {}

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/past-call", Map.of("page", this), status);
    }
}
