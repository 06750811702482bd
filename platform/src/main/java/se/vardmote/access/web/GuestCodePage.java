package se.vardmote.access.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a one-time code is typed.
 *
 * @param sends name of {@code CodeWay} by which another one can be sent; null when it is read out
 * @param error {@code missing}, {@code wrong}, {@code locked} or {@code none}; null for none
 * @param next three have been asked for within the hour: when there is another
 */
public record GuestCodePage(
        @Nullable String sends,
        @Nullable String error,
        @Nullable Instant next) {

    public Map<String, String> errors() {
        return error == null ? Map.of() : Map.of("code", error);
    }

    /** 429 when there are no more, 422 when what was typed is wrong. */
    public ModelAndView view() {
        HttpStatus status = next != null
                ? HttpStatus.TOO_MANY_REQUESTS
                : error != null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return new ModelAndView("access/guest-code", Map.of("page", this), status);
    }
}
