package se.vardmote.directory.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What one decision for many units does to each unit that it reaches, told before it is done.
 *
 * @param lines in the order of the units that came in
 */
public record Effect(List<Line> lines) {

    /** What becomes of a unit. */
    public enum What {
        /** It is chosen, and something else holds there from then on. */
        CHANGES,
        /** It is not chosen but inherits from one that is. */
        FOLLOWS,
        /** It is chosen, and the same holds there as before; from then on by its own decision, or by none. */
        SAME,
        /** It is chosen and has decided just that already. */
        ALREADY,
        /** It lies below one that is chosen, and has decided for itself. */
        KEEPS
    }

    /**
     * @param before as it is kept; null for the product's
     * @param after the same, afterwards
     */
    public record Line(
            CareUnit unit,
            What what,
            @Nullable String before,
            @Nullable String after) {
        public boolean changes() {
            return what == What.CHANGES || what == What.FOLLOWS;
        }
    }

    /** @param text null: what is inherited */
    static Effect of(
            List<CareUnit> units, Inheritance before, Set<CareUnitId> chosen, @Nullable String text, String usual) {
        Inheritance after = before.ifDecided(chosen, text);
        return new Effect(units.stream()
                .filter(unit -> before.isWithin(unit.id(), chosen))
                .map(unit -> line(unit, before, after, chosen.contains(unit.id()), usual))
                .toList());
    }

    private static Line line(CareUnit unit, Inheritance before, Inheritance after, boolean chosen, String usual) {
        String held = before.at(unit.id()).text();
        String holds = after.at(unit.id()).text();
        boolean same = Objects.requireNonNullElse(held, usual).equals(Objects.requireNonNullElse(holds, usual));
        boolean decided = Objects.equals(before.ownOf(unit.id()), after.ownOf(unit.id()));
        return new Line(unit, chosen ? ofChosen(decided, same) : same ? What.KEEPS : What.FOLLOWS, held, holds);
    }

    private static What ofChosen(boolean decided, boolean same) {
        if (decided) return What.ALREADY;
        return same ? What.SAME : What.CHANGES;
    }

    /** Whether nothing is left to do. */
    public boolean nothing() {
        return lines.stream().allMatch(line -> line.what() == What.ALREADY || line.what() == What.KEEPS);
    }

    /** The same for the same effect: whoever agrees to it agrees to this and to nothing else. */
    public String digest() {
        String all = lines.stream()
                .map(line -> line.unit().id() + "\n" + line.what() + "\n" + line.before() + "\n" + line.after())
                .reduce("", (one, next) -> one + "\n" + next);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
