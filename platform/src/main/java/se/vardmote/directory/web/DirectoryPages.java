package se.vardmote.directory.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.leaving.NothingLeft.Loss;

/** What the pages of the directory have in common. */
final class DirectoryPages {
    static final String ROOT = "/admin/organisation";
    static final String UNITS = ROOT + "/enheter";
    static final String PEOPLE = ROOT + "/personal";
    private static final Set<String> NOTICES =
            Set.of("added", "kept", "protected", "asked", "not-asked", "unprotected", "still-protected", "same-person");

    private DirectoryPages() {}

    static ModelAndView of(String template, Object page) {
        return new ModelAndView("directory/" + template, Map.of("page", page));
    }

    /** A form: 200, or 422 when there are errors. */
    static ModelAndView of(String template, Object page, Map<String, String> errors) {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("directory/" + template, Map.of("page", page), status);
    }

    /** Which field of a unit or a commission has something still open in its way. */
    static Map<String, String> stillOpen(Loss loss) {
        String field =
                switch (loss) {
                    case PURPOSE -> "what";
                    case FIRST_DAY -> "validFrom";
                    case LAST_DAY -> "validTo";
                };
        return Map.of(field, "still-open");
    }

    /** What just happened, if it is one of ours: it comes in by the address. */
    static @Nullable String notice(@Nullable String came) {
        return came != null && NOTICES.contains(came) ? came : null;
    }
}
