package se.vardmote.directory.settings.web;

import org.jspecify.annotations.Nullable;
import se.vardmote.ui.Words;

/**
 * One setting at one place, and where it comes from.
 *
 * @param key its address
 * @param label key of its name, text {@code setting.<label>.label}
 * @param subject key of what stands before the name, or null
 * @param origin {@code own}, {@code unit}, {@code provider} or {@code product}
 * @param from name of the unit that has decided, for {@code unit}
 */
public record SettingLine(
        String key,
        String label,
        @Nullable String subject,
        ShownValue value,
        String origin,
        @Nullable String from) {

    /** {@code Fall: hur bråttom} */
    public String nameIn(Words say) {
        return name(say, label, subject);
    }

    static String name(Words say, String label, @Nullable String subject) {
        String name = say.text("setting." + label + ".label");
        return subject == null ? name : say.text("settings.name", say.text(subject), name);
    }

    /** {@code Egen}, {@code Från Hemtjänst}, {@code Produktens} */
    public String originIn(Words say) {
        return from == null ? say.text("settings.origin." + origin) : say.text("settings.origin.unit", from);
    }
}
