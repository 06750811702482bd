package se.vardmote.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * After the call.
 *
 * @param why one of {@link #REASONS}; texts are {@code goodbye.<why>.title} and {@code .text}
 * @param professional the way on is "Min dag" and the note
 * @param unit the unit to ring, or null
 * @param phone of that unit, E.164, or null
 * @param question how it went: asked, answered, or nobody to ask
 */
public record GoodbyePage(
        String why,
        boolean professional,
        @Nullable String unit,
        @Nullable String phone,
        Question question) {

    /** "Hur gick det?" */
    public sealed interface Question {
        /** @param token good for one answer */
        record Asked(String token) implements Question {
            @Override
            public String toString() {
                return "Asked[]";
            }
        }

        record Answered() implements Question {}

        record NotAsked() implements Question {}
    }

    public static final List<String> REASONS = List.of("ended", "left", "refused", "expired", "elsewhere");

    public GoodbyePage {
        why = REASONS.contains(why) ? why : "ended";
    }

    public ModelAndView view() {
        return new ModelAndView("ui/goodbye", Map.of("page", this));
    }
}
