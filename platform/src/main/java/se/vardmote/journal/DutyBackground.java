package se.vardmote.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a note is about, as facts that stay (patientdatalagen 3:6): kept with the duty, so that they outlive the
 * conversation itself.
 *
 * @param reason name of {@code CallReason}
 * @param endedAt null while the call goes on
 * @param informed {@code yes} or {@code could-not} (R0-19)
 * @param informedWhy why the patient could not be informed; empty else
 */
public record DutyBackground(
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        String informed,
        String informedWhy,
        List<Attendance> attendance) {

    /** Who took part: name, name of {@code Profession} or null, name of {@code Identification}. */
    public record Attendance(String name, @Nullable String profession, String identification) {}

    @Override
    public String toString() {
        return "DutyBackground[" + reason + "]";
    }
}
