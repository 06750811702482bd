package se.vardmote.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Profession;

/**
 * Where somebody stands who wants to knock, and who answers there now.
 *
 * @param unit null for a visitor with a code
 * @param device null for a visitor with a code
 * @param keeper the care provider that what is typed belongs to while nobody has been chosen
 * @param choices nobody at an hour without receiver; more than one when the profession decides, and one with its profession
 *     when the others that can be sought from there do not answer now
 * @param numbers units to ring instead
 * @param answersAgain at an hour without receiver: when somebody answers again, if that is known
 */
public record Doorway(
        @Nullable CareUnitId unit,
        @Nullable DeviceId device,
        @Nullable String area,
        CareProviderId keeper,
        List<Choice> choices,
        List<CareUnit> numbers,
        @Nullable Instant answersAgain) {
    /** How the form names whoever is on duty. */
    public static final String ANYBODY = "ANYBODY";

    /** Somebody who can be sought. @param profession null for whoever is on duty */
    public record Choice(@Nullable Profession profession, CareUnit receiving) {
        public String name() {
            return profession == null ? ANYBODY : profession.name();
        }
    }

    /** Whether the one who knocks must say whom they want to reach, or see who alone answers: none goes to another unasked. */
    public boolean asks() {
        return choices.stream().anyMatch(choice -> choice.profession() != null);
    }

    /** @param sought as the form says; without meaning when there is nothing to choose */
    public Optional<Knock.Door> door(String sought) {
        return choices.stream()
                .filter(choice -> !asks() || choice.name().equals(sought))
                .findFirst()
                .map(choice -> new Knock.Door(unit, device, area, choice.profession(), choice.receiving()));
    }
}
