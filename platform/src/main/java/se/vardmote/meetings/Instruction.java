package se.vardmote.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.ParticipantId;

/**
 * What a professional asks the care worker to do.
 *
 * @param id chosen by the page that wrote it: the same id is the same instruction
 * @param text at most {@value #MOST_LINES} lines
 * @param understoodBy who has pressed "Uppfattat"; null before that
 */
public record Instruction(
        UUID id,
        ParticipantId by,
        String text,
        Instant at,
        @Nullable ParticipantId understoodBy,
        @Nullable Instant understoodAt) {
    public static final int MOST_LINES = 5;
    public static final int LONGEST = 500;

    public boolean understood() {
        return understoodAt != null;
    }

    @Override
    public String toString() {
        return "Instruction[" + id + "]";
    }
}
