package se.vardmote.directory.settings.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.ui.Words;

/**
 * One decision for many units: first which setting, then what and for whom.
 *
 * @param settings to choose from
 * @param field the chosen setting's; null before that
 * @param units in the order of the tree
 * @param errors field name → refusal code ({@code many-units.<field>.<code>}, else {@code refusal.<code>})
 */
public record ManyUnitsPage(
        List<Choice> settings,
        @Nullable ValueField field,
        ManyUnitsForm form,
        List<Unit> units,
        Map<String, String> errors) {

    /** A setting. */
    public record Choice(String key, String label, @Nullable String subject) {
        public String nameIn(Words say) {
            return SettingLine.name(say, label, subject);
        }
    }

    /** @param parts whether it has any */
    public record Unit(String id, String name, int depth, boolean parts) {}

    ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("directory/many-units", Map.of("page", this), status);
    }
}
