package se.vardmote.access.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The device's side of pairing. With words the page asks {@code GET /para-ihop} every two seconds until the administrator
 * has confirmed; the answer is then {@code HX-Redirect: /} (or 303 to the start page without script).
 *
 * @param code as typed
 * @param error null, or a refusal code ({@code pairing.<code>}, else {@code refusal.<code>})
 * @param words three words while waiting for the administrator; empty before the code was typed
 * @param device name of the device, empty before the code was typed
 */
public record PairingPage(String code, @Nullable String error, List<String> words, String device) {

    /** The first step. */
    public static PairingPage typeTheCode() {
        return new PairingPage("", null, List.of(), "");
    }

    /** The code was refused. */
    public static PairingPage refused(String code, String error) {
        return new PairingPage(code, error, List.of(), "");
    }

    /** The code was right: compare the words. */
    public static PairingPage compare(String device, List<String> words) {
        return new PairingPage("", null, words, device);
    }

    /** 200, or 422 when the code was refused. */
    public ModelAndView view() {
        var status = error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("access/pairing", Map.of("page", this), status);
    }
}
