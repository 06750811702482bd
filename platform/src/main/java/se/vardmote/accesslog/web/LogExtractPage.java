package se.vardmote.accesslog.web;

import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.accesslog.LogExtract;

/**
 * "Loggutdrag": asked for with an identity number, which is posted and stands in no address.
 *
 * @param form what was typed
 * @param errors field name → refusal code
 */
public record LogExtractPage(Form form, Map<String, String> errors) {

    public record Form(String identity, String ground) {
        public static final Form EMPTY = new Form("", "");

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("accesslog/extract-form", Map.of("page", this), status);
    }

    /** The extract, on the screen or as a document. */
    public record Made(LogExtract extract, Instant at, String by) {
        public ModelAndView view() {
            return new ModelAndView("accesslog/extract", Map.of("page", this));
        }

        ModelAndView document() {
            return new ModelAndView("accesslog/extract-document", Map.of("page", this));
        }

        @Override
        public String toString() {
            return "Made[]";
        }
    }
}
