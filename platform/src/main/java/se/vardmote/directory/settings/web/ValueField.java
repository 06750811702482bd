package se.vardmote.directory.settings.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.ui.Words;

/**
 * The field in which a setting is typed.
 *
 * @param label as {@link SettingLine#label}
 * @param typed as it was typed, or as it is kept
 * @param units to choose from, for a setting that names a unit
 */
public record ValueField(
        Kind<?> kind, String label, @Nullable String subject, String typed, List<Option> units) {

    /** A unit. */
    public record Option(String value, String name) {}

    /** What to type, with the limits that hold. */
    public String hintIn(Words say) {
        String hint = say.text("setting." + label + ".hint");
        return switch (kind) {
            case Kind.Amount amount
            when amount.measure() != Kind.Measure.URGENCY ->
                say.text(
                        "settings.between",
                        hint,
                        amount.least(),
                        say.text("settings.measure." + amount.measure(), amount.most()));
            case Kind.Amount urgency -> hint;
            case Kind.TimeOfDay time ->
                say.text("settings.between", hint, say.clock(time.least()), say.clock(time.most()));
            case Kind.Lines lines -> say.text("settings.at-most", hint, lines.longest());
            case Kind.YesOrNo yesOrNo -> hint;
            case Kind.Telephone telephone -> hint;
            case Kind.OtherUnit other -> hint;
        };
    }

    public String nameIn(Words say) {
        return SettingLine.name(say, label, subject);
    }

    /** How the template draws it. */
    public String form() {
        return switch (kind) {
            case Kind.Amount amount when amount.measure() == Kind.Measure.URGENCY -> "urgency";
            case Kind.Amount amount -> "amount";
            case Kind.Lines lines -> "lines";
            case Kind.YesOrNo yesOrNo -> "yes-or-no";
            case Kind.Telephone telephone -> "telephone";
            case Kind.TimeOfDay time -> "time";
            case Kind.OtherUnit other -> "unit";
        };
    }

    public int rows() {
        return kind instanceof Kind.Lines lines ? lines.rows() : 1;
    }

    public int longest() {
        return kind instanceof Kind.Lines lines ? lines.longest() : 40;
    }
}
