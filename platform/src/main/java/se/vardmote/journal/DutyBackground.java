package se.vardmote.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a note is about, as facts that stay (patientdatalagen 3:6): kept with the duty, so that they outlive the
 * conversation itself.
 *
 * @param reason name of {@code CallReason}
 * @param endedAt null while the call goes on
 * @param informed {@code yes} or {@code could-not} (R0-19)
 * @param informedWhy why the patient could not be informed; empty else
 * @param occurrences in the order they happened
 */
public record DutyBackground(
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        String informed,
        String informedWhy,
        List<Attendance> attendance,
        List<Occurrence> occurrences) {

    /** What was kept before there were any occurrences has none. */
    public DutyBackground {
        occurrences = Objects.requireNonNullElse(occurrences, List.of());
    }

    /** Who took part: name, name of {@code Profession} or null, name of {@code Identification}. */
    public record Attendance(String name, @Nullable String profession, String identification) {}

    /**
     * Something in the call that belongs to its documentation.
     *
     * @param code its text is {@code contact.event.<code>}, with {@code by} and {@code text}
     * @param text empty when there is none
     */
    public record Occurrence(Instant at, String code, String by, String text) {
        @Override
        public String toString() {
            return "Occurrence[" + code + "]";
        }
    }

    @Override
    public String toString() {
        return "DutyBackground[" + reason + "]";
    }
}
