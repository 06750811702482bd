package se.vardmote.directory.settings.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Everything that a unit, or a care provider as a whole, has decided or inherits.
 *
 * @param unit its id; null for the care provider
 * @param name of the unit or of the care provider
 * @param mayChange an administrator reads it; else the head of the unit
 * @param notice null, or what just happened: {@code kept}, {@code inherited}, {@code many}
 */
public record SettingsPage(
        @Nullable String unit,
        String name,
        boolean mayChange,
        List<Section> sections,
        @Nullable String notice) {

    /** @param word text {@code settings.section.<word>} */
    public record Section(String word, List<SettingLine> lines) {}

    public String address(SettingLine line) {
        return UnitSettingsController.ROOT + "/" + (unit == null ? UnitSettingsController.ALL : unit) + "/"
                + line.key();
    }

    ModelAndView view() {
        return new ModelAndView("directory/settings", Map.of("page", this));
    }
}
