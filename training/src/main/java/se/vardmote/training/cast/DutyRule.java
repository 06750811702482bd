package se.vardmote.training.cast;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who answers calls from a fictional unit.
 *
 * @param profession for those who want to reach it; null for whoever is on duty
 * @param days as ISO numbers them, 1 is Monday
 * @param starts {@code 22:00}
 */
public record DutyRule(
        CareUnit from, @Nullable Title profession, List<Integer> days, String starts, String ends, CareUnit to) {
    UUID id() {
        return FixedId.of("duty rule " + from.hsaId() + " " + starts + " " + to.hsaId());
    }
}
