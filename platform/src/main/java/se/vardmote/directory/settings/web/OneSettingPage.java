package se.vardmote.directory.settings.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.ui.Words;

/**
 * One setting at one place: the form, what would be inherited, and who has changed it.
 *
 * @param unit id of the unit; null for the care provider as a whole
 * @param place name of either
 * @param now what holds
 * @param field the form's field with what was typed
 * @param inherited what holds when nothing is decided here
 * @param errors {@code value} → refusal code
 */
public record OneSettingPage(
        @Nullable String unit,
        String place,
        SettingLine now,
        ValueField field,
        SettingLine inherited,
        List<Change> changes,
        Map<String, String> errors) {

    /** @param before null when it was inherited; {@code after} likewise */
    public record Change(
            @Nullable ShownValue before, @Nullable ShownValue after, String by, Instant at) {
        public String in(Words say) {
            return say.text("settings.change", shown(say, before), shown(say, after));
        }

        private static String shown(Words say, @Nullable ShownValue value) {
            return value == null ? say.text("settings.inherited") : value.in(say);
        }
    }

    public boolean own() {
        return now.origin().equals("own");
    }

    public String back() {
        return UnitSettingsController.ROOT + (unit == null ? "" : "/" + unit);
    }

    public String address() {
        return UnitSettingsController.ROOT + "/" + (unit == null ? UnitSettingsController.ALL : unit) + "/" + now.key();
    }

    ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("directory/one-setting", Map.of("page", this), status);
    }
}
