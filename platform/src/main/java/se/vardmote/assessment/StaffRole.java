package se.vardmote.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.Profession;

/** What whoever is at the patient's works as: care worker, or one of the licensed professions (R0-18). */
public final class StaffRole {
    /** Names of {@code Profession} that may be said; an empty choice is a care worker. */
    public static final List<String> LICENSED = Arrays.stream(Profession.values())
            .filter(Profession::licensable)
            .map(Enum::name)
            .toList();

    private StaffRole() {}

    /** Null for a care worker, and for what nobody can choose: then the reason is among the errors. */
    public static @Nullable Profession read(String typed, Map<String, String> errors) {
        if (typed.isEmpty()) return null;
        if (LICENSED.contains(typed)) return Profession.valueOf(typed);
        errors.put("staffRole", "missing");
        return null;
    }
}
