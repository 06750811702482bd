package se.vardmote.clients.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.clients.Client;
import se.vardmote.clients.Protection;

/**
 * Whether somebody has protected personal data, since when, and the way to take it away.
 *
 * @param client id, part of the address
 * @param person as the reader sees them now
 * @param state what the reader may do
 * @param history the one in force and those before it, the newest first
 * @param until until when the second person may agree; null when nobody has asked
 * @param why what was typed
 * @param notice null, or what just happened
 * @param errors field name → refusal code
 */
public record ProtectionPage(
        String client,
        Client.Shown person,
        State state,
        List<Protection> history,
        @Nullable Instant until,
        String why,
        @Nullable String notice,
        Map<String, String> errors) {

    /** Where it stands, to this reader. */
    public enum State {
        NOT_PROTECTED,
        PROTECTED,
        /** The reader has asked, and another must agree. */
        ASKED,
        /** Another has asked, and the reader may agree. */
        TO_CONFIRM
    }

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("clients/protection", Map.of("page", this), status);
    }
}
