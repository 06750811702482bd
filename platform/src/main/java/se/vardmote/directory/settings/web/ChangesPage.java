package se.vardmote.directory.settings.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.ui.Words;

/**
 * Who has changed what a care provider's units decide, latest first.
 *
 * @param next what the following page follows; null on the last
 */
public record ChangesPage(
        String careProvider, List<Line> lines, @Nullable String next) {

    /**
     * @param place name of the unit; null for the care provider as a whole
     * @param label null for a setting that there is no longer
     */
    public record Line(
            @Nullable String place,
            @Nullable String label,
            @Nullable String subject,
            OneSettingPage.Change change) {
        public String nameIn(Words say) {
            return label == null ? say.text("settings.gone") : SettingLine.name(say, label, subject);
        }
    }

    ModelAndView view() {
        return new ModelAndView("directory/setting-changes", Map.of("page", this));
    }
}
