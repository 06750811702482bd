package se.vardmote.ui;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * A problem for people: what happened, what is saved, what to do.
 *
 * @param key {@code problem.<key>.title}, {@code .text} and {@code .do} are its words
 * @param status HTTP status
 * @param correlation what to say on the phone so that the log can be found, or null when there is nothing to find
 * @param facts values of the problem, for {@code {name}} in the text
 */
public record ProblemPage(String key, int status, @Nullable String correlation, Map<String, Object> facts) {

    public ModelAndView view() {
        var view = new ModelAndView("ui/problem", Map.of("page", this));
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }
}
