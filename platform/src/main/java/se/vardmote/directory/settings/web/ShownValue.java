package se.vardmote.directory.settings.web;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.ui.Words;

/**
 * A value as a page says it.
 *
 * @param text as it is kept
 * @param unit name of the unit that it names
 */
public record ShownValue(
        Kind<?> kind, String text, @Nullable String unit) {

    public String in(Words say) {
        return switch (kind) {
            case Kind.Amount amount -> amount(say, amount.measure());
            case Kind.Lines lines -> text.isEmpty() ? say.text("settings.no-text") : text;
            case Kind.YesOrNo yesOrNo -> say.text("settings." + text);
            case Kind.Telephone telephone -> text.isEmpty() ? say.text("settings.no-number") : say.phone(text);
            case Kind.TimeOfDay time -> say.clock(LocalTime.parse(text));
            case Kind.OtherUnit other -> unit == null ? say.text("settings.itself") : unit;
        };
    }

    private String amount(Words say, Kind.Measure measure) {
        if (measure == Kind.Measure.URGENCY) return say.text("settings.urgency." + text);
        return say.text("settings.measure." + measure, text);
    }
}
