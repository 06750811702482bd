package se.vardmote.organisation.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is known about a device as a thing, to change.
 *
 * @param device its id
 * @param name as it is marked
 * @param providers whose it can be
 * @param errors field name → refusal code ({@code stock.<field>.<code>}, else {@code refusal.<code>})
 */
public record StockPage(String device, String name, Form form, List<Provider> providers, Map<String, String> errors) {

    public record Provider(String id, String name) {}

    /** As typed; an absent field is an empty string. @param state {@code ASSIGNED}, {@code DEFECT} or {@code LOST} */
    public record Form(String assetNumber, String owner, String payer, String state) {
        public Form {
            assetNumber = typed(assetNumber);
            owner = typed(owner);
            payer = typed(payer);
            state = typed(state);
        }

        private static String typed(@Nullable String value) {
            return Objects.requireNonNullElse(value, "").strip();
        }
    }

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("organisation/stock", Map.of("page", this), status);
    }
}
