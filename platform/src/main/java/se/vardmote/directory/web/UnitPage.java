package se.vardmote.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.register.Units;

/**
 * One unit.
 *
 * @param parent name of the unit that it is a part of
 * @param state {@code closed}, {@code coming}, or null for open
 * @param notice null, or what just happened
 */
public record UnitPage(
        CareUnit unit,
        @Nullable String parent,
        Units.@Nullable Head head,
        List<Units.Beside> below,
        List<Units.Beside> staff,
        List<Units.Beside> devices,
        @Nullable String state,
        @Nullable String notice) {}
