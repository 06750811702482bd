package se.vardmote.directory.settings.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision for many units, as typed; an absent field is empty.
 *
 * @param setting its key
 * @param inherit {@code yes} to decide nothing any longer
 * @param unit ids of those that are ticked
 * @param tree ids of those that are ticked with all their parts
 * @param agreed the digest of the effect that was shown; empty before that
 */
public record ManyUnitsForm(
        String setting, String value, String inherit, List<String> unit, List<String> tree, String agreed) {

    public ManyUnitsForm {
        setting = typed(setting);
        value = Objects.requireNonNullElse(value, "");
        inherit = typed(inherit);
        unit = unit == null ? List.of() : List.copyOf(unit);
        tree = tree == null ? List.of() : List.copyOf(tree);
        agreed = typed(agreed);
    }

    public boolean inherits() {
        return inherit.equals("yes");
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
