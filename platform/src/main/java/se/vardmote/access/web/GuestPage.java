package se.vardmote.access.web;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * How a guest wants to show who they are.
 *
 * @param opensAt when the lobby opens; null when it is open
 * @param seated they have been here before: the way back
 * @param eId an e-ID is offered
 * @param codes a one-time code is enough
 * @param sends name of {@code CodeWay} by which one is sent; null when it can only be read out
 * @param lobby they may come without proof
 * @param refused why it did not lead on, one of {@link #REASONS}; null before anything was tried
 */
public record GuestPage(
        Instant at,
        @Nullable Instant opensAt,
        boolean seated,
        boolean eId,
        boolean codes,
        @Nullable String sends,
        boolean lobby,
        @Nullable String refused) {

    /** Every reason that has a text of its own; another one shows that of {@code failed}. */
    public static final Set<String> REASONS = Set.of(
            "not-open",
            "too-weak",
            "not-the-patient",
            "as-before",
            "over",
            "cancelled",
            "expired",
            "provider-unreachable",
            "assurance-too-low",
            "not-sent",
            "failed");

    public GuestPage {
        if (refused != null && !REASONS.contains(refused)) refused = "failed";
    }

    public ModelAndView view() {
        return new ModelAndView(
                "access/guest", Map.of("page", this), refused == null ? HttpStatus.OK : HttpStatus.FORBIDDEN);
    }
}
