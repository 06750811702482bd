package se.vardmote.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where one is signed in oneself. Ends one with {@code POST /inloggningar/{session}/avsluta}, all with {@code POST
 * /inloggningar/avsluta-alla}.
 *
 * @param rows this one first
 */
public record SignInsPage(List<Row> rows) {

    /**
     * One sign-in.
     *
     * @param browser and {@code system}: words of {@code device.*}, null for what we do not know
     * @param way name of {@code WayIn}
     * @param here the one that this page is shown in
     */
    public record Row(
            String id,
            @Nullable String browser,
            @Nullable String system,
            String way,
            String place,
            Instant since,
            Instant lastSeen,
            boolean here) {}

    public ModelAndView view() {
        return new ModelAndView("access/sign-ins", Map.of("page", this));
    }
}
