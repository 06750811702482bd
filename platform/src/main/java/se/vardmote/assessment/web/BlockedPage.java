package se.vardmote.assessment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.clients.Client;

/**
 * What somebody meets who needs what the patient has blocked within the care provider.
 *
 * @param client id, part of the address
 * @param chosen the ground whose conditions are asked for; null while none is chosen
 * @param form as typed
 * @param errors field name → refusal code
 */
public record BlockedPage(
        String client,
        Client.Shown person,
        List<AccessGround> grounds,
        @Nullable AccessGround chosen,
        ClosedPage.Form form,
        Map<String, String> errors) {

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/blocked", Map.of("page", this), status);
    }

    @Override
    public String toString() {
        return "BlockedPage[" + chosen + "]";
    }
}
