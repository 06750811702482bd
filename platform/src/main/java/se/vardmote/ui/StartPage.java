package se.vardmote.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The start page. On an enrolled device the first button fills the page; elsewhere the ways in stand side by side.
 *
 * @param device the enrolled device, or null
 * @param planned what is planned on the device today
 * @param justPlanned a call has been planned here just now
 * @param numbers units to ring when there is neither device nor code
 */
public record StartPage(@Nullable Device device, List<Planned> planned, List<UnitNumber> numbers, boolean justPlanned) {

    public StartPage(@Nullable Device device, List<Planned> planned, List<UnitNumber> numbers) {
        this(device, planned, numbers, false);
    }

    /**
     * An enrolled device and its unit.
     *
     * @param halfWritten somebody has begun a form here: the next person may clear it
     */
    public record Device(String unit, String name, boolean halfWritten) {}

    /** A planned meeting: with whom ({@code profession} names a {@code Profession}), what it is called, and where it opens. */
    public record Planned(Instant at, String professional, String profession, String name, String href) {}

    /** A unit and its number, E.164. */
    public record UnitNumber(String unit, String phone) {}

    public ModelAndView view() {
        return new ModelAndView("ui/start", Map.of("page", this));
    }
}
