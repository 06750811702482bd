package se.vardmote.journal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.journal.DutyBackground.Attendance;
import se.vardmote.journal.DutyBackground.Occurrence;

/**
 * What a note is about.
 *
 * @param patientName as the care worker wrote it, or the alias
 * @param identity for people to read; null when unknown, empty beside the alias
 * @param unit where the call was held
 * @param professional who held it
 * @param reason name of {@code CallReason}
 * @param startedAt when the call began
 * @param endedAt when it ended; null while it goes on
 * @param informed {@code yes} or {@code could-not} (R0-19)
 * @param informedWhy why the patient could not be informed; empty else
 * @param participants who took part and how we know who they are
 * @param occurrences emergencies and instructions of the call
 */
public record NoteFacts(
        String patientName,
        @Nullable String identity,
        String unit,
        String professional,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        String informed,
        String informedWhy,
        List<Attendance> participants,
        List<Occurrence> occurrences) {
    public boolean hidden() {
        return "".equals(identity);
    }

    @Override
    public String toString() {
        return "NoteFacts[" + reason + "]";
    }
}
