package se.vardmote.directory.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;

/**
 * How one setting comes down the tree of one care provider: for telling beforehand what a change would do. What holds is read
 * by {@link se.vardmote.organisation.settings.Settings}.
 */
public final class Inheritance {
    private final Map<CareUnitId, CareUnitId> parents;
    private final Map<@Nullable CareUnitId, String> own;

    /** @param own what each unit has decided itself, the care provider as a whole under null */
    public Inheritance(Map<CareUnitId, CareUnitId> parents, Map<@Nullable CareUnitId, String> own) {
        this.parents = parents;
        this.own = own;
    }

    /**
     * What holds somewhere.
     *
     * @param text as it is kept; null when nobody has decided
     * @param from the unit that has decided; null for the care provider, and when nobody has
     */
    public record Held(@Nullable String text, @Nullable CareUnitId from) {}

    /** @param unit null for the care provider as a whole */
    public Held at(@Nullable CareUnitId unit) {
        for (CareUnitId step = unit; step != null; step = parents.get(step)) {
            if (own.containsKey(step)) return new Held(own.get(step), step);
        }
        return new Held(own.get(null), null);
    }

    /** What would hold if the unit had decided nothing itself. */
    public Held above(@Nullable CareUnitId unit) {
        return unit == null ? new Held(null, null) : at(parents.get(unit));
    }

    public @Nullable String ownOf(@Nullable CareUnitId unit) {
        return own.get(unit);
    }

    /** The same if all of these decided this. @param text null: they decide nothing */
    Inheritance ifDecided(Set<CareUnitId> units, @Nullable String text) {
        Map<@Nullable CareUnitId, String> then = new HashMap<>(own);
        for (CareUnitId unit : units) {
            if (text == null) then.remove(unit);
            else then.put(unit, text);
        }
        return new Inheritance(parents, then);
    }

    /** Whether a unit is one of these or a part of one of them. */
    boolean isWithin(CareUnitId unit, Set<CareUnitId> some) {
        for (CareUnitId step = unit; step != null; step = parents.get(step)) {
            if (some.contains(step)) return true;
        }
        return false;
    }
}
