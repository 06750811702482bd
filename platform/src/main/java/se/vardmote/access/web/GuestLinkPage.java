package se.vardmote.access.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a link shows before anybody has pressed anything: the time, and nothing else. Filters and previews of messages see this page
 * too.
 *
 * @param at null when the link opens nothing, whatever the reason
 * @param token goes on in the form, so that the address after it is clean
 */
public record GuestLinkPage(@Nullable Instant at, String token) {

    public ModelAndView view() {
        return new ModelAndView(
                "access/guest-link", Map.of("page", this), at == null ? HttpStatus.GONE : HttpStatus.OK);
    }
}
