package se.vardmote.organisation.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.organisation.Stock;

/**
 * The administrator's devices.
 *
 * @param careProvider whose devices they are
 * @param found the devices to show
 * @param counts how many that may be used there are in each area
 * @param units where a device can belong
 * @param form the new device as typed
 * @param errors field name → refusal code ({@code devices.<field>.<code>}, else {@code refusal.<code>})
 * @param notice null, or what just happened ({@code devices.notice.<code>}): {@code added}, {@code confirmed},
 *     {@code revoked}, {@code nothing-to-confirm}
 */
public record DevicesPage(
        String careProvider,
        Found found,
        List<Stock.Count> counts,
        List<Unit> units,
        Form form,
        Map<String, String> errors,
        @Nullable String notice) {

    /**
     * A page of all of them, or of what was searched for.
     *
     * @param search what was searched for; empty for all. No person is called like a device, so it stands in the address
     * @param rows in the order to show
     * @param total on all pages
     * @param next the id of the last one here when there are more, or null
     * @param first whether these are the first ones
     */
    public record Found(
            String search,
            List<Row> rows,
            int total,
            @Nullable String next,
            boolean first) {

        public boolean searching() {
            return !search.isEmpty();
        }

        /** Where those after these are. */
        public String after() {
            String searched = searching() ? "&sok=" + URLEncoder.encode(search, StandardCharsets.UTF_8) : "";
            return "/admin/enheter?efter=" + next + searched;
        }
    }

    /** A unit to choose. */
    public record Unit(String id, String name) {}

    /** The new device as typed; an absent field is an empty string. */
    public record Form(String name, String area, String unit) {
        public static final Form EMPTY = new Form("", "", "");
    }

    /** One device. {@code lastSeenAt} is null for a device that never came. */
    public record Row(
            String id,
            String name,
            String area,
            String unit,
            @Nullable String assetNumber,
            boolean defect,
            State state,
            @Nullable Instant lastSeenAt) {}

    /** Where a device stands; each state has its own button. */
    public sealed interface State {
        /** Nobody has paired it yet and no code is valid. */
        record NotPaired() implements State {}

        /** A code to type on the device, valid until then. */
        record CodeShown(String code, Instant until) implements State {}

        /** The code was typed: the same three words stand on the device. */
        record WordsShown(List<String> words, Instant until) implements State {}

        record Enrolled(Instant at) implements State {}

        record Revoked(Instant at, String why) implements State {}
    }

    /** Of all areas together. */
    public int counted() {
        return counts.stream().mapToInt(Stock.Count::devices).sum();
    }

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("organisation/devices", Map.of("page", this), status);
    }
}
