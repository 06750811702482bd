package se.vardmote.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.StaffId;

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

    /** Who stands in it under an id of the register: their names are shown as everybody may read them now. */
    public Set<StaffId> staff() {
        return Stream.concat(
                        attendance.stream().map(Attendance::staff),
                        occurrences.stream().map(Occurrence::staff))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The same with these names of staff; the others keep theirs. */
    public DutyBackground named(Map<StaffId, String> names) {
        return new DutyBackground(
                reason,
                startedAt,
                endedAt,
                informed,
                informedWhy,
                attendance.stream().map(one -> one.named(names)).toList(),
                occurrences.stream().map(one -> one.named(names)).toList());
    }

    /**
     * Who took part.
     *
     * @param profession name of {@code Profession}
     * @param identification name of {@code Identification}
     * @param staff null for anybody else, and in what was kept before it was noted
     */
    public record Attendance(
            String name,
            @Nullable String profession,
            String identification,
            @Nullable StaffId staff) {

        private Attendance named(Map<StaffId, String> names) {
            return staff == null
                    ? this
                    : new Attendance(names.getOrDefault(staff, name), profession, identification, staff);
        }
    }

    /**
     * Something in the call that belongs to its documentation.
     *
     * @param code its text is {@code contact.event.<code>}, with {@code by} and {@code text}
     * @param text empty when there is none
     * @param staff who {@code by} is; null for anybody else, and in what was kept before it was noted
     */
    public record Occurrence(
            Instant at,
            String code,
            String by,
            String text,
            @Nullable StaffId staff) {

        private Occurrence named(Map<StaffId, String> names) {
            return staff == null ? this : new Occurrence(at, code, names.getOrDefault(staff, by), text, staff);
        }

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
