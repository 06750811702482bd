package se.vardmote.organisation.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A care provider at a glance.
 *
 * @param units open on the day
 * @param staff whom the care provider keeps
 * @param commissions that hold on the day
 * @param devices that may be used
 * @param withoutHead the first units without a head
 * @param ending the first commissions and assignments that end soon
 */
public record Overview(
        int units, int staff, int commissions, int devices, List<Unit> withoutHead, List<Ending> ending) {
    public record Unit(UUID id, String name) {}

    /** @param name as everybody may read it */
    public record Ending(UUID staff, String name, @Nullable String unit, LocalDate lastDay) {}
}
