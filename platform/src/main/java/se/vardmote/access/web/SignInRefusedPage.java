package se.vardmote.access.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * Why the sign-in did not lead in, and what to do.
 *
 * @param why one of {@link #REASONS}; texts are {@code sign-in.refused.<why>.title} and {@code .do}
 * @param again whether trying again makes sense: shows the button
 */
public record SignInRefusedPage(String why, boolean again) {

    /** Every reason that has its own text; another one shows the text of {@code failed}. */
    public static final List<String> REASONS = List.of(
            "no-commission",
            "commission-without-unit",
            "unknown-staff",
            "unknown-account",
            "no-assignment",
            "account-too-weak",
            "assurance-too-low",
            "cancelled",
            "expired",
            "provider-unreachable",
            "not-professional",
            "not-administrator",
            "health-care",
            "no-meeting-right",
            "on-the-host",
            "no-card",
            "card-expired",
            "card-not-trusted",
            "card-blocked",
            "card-unchecked",
            "personal-card",
            "wrong-card",
            "shared-account",
            "failed");

    /** 403, or another status such as 502 when the identity provider cannot be reached. */
    public ModelAndView view(HttpStatusCode status) {
        var view = new ModelAndView("access/sign-in-refused", Map.of("page", this));
        view.setStatus(status);
        return view;
    }

    public ModelAndView view() {
        return view(HttpStatus.FORBIDDEN);
    }
}
