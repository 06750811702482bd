package se.vardmote.organisation.web;

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
 * @param devices in the order to show
 * @param counts how many that may be used there are in each area
 * @param units where a device can belong
 * @param form the new device as typed
 * @param errors field name → refusal code ({@code devices.<field>.<code>}, else {@code refusal.<code>})
 * @param notice null, or what just happened ({@code devices.notice.<code>}): {@code added}, {@code confirmed},
 *     {@code revoked}, {@code nothing-to-confirm}
 */
public record DevicesPage(
        String careProvider,
        List<Row> devices,
        List<Stock.Count> counts,
        List<Unit> units,
        Form form,
        Map<String, String> errors,
        @Nullable String notice) {

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
