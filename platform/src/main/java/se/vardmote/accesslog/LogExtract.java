package se.vardmote.accesslog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.audit.Activity;

/**
 * From which units, when and how somebody's data have been opened, newest first; of names, none.
 *
 * @param identity the patient's number as people read it
 * @param complete false when there is more than an extract holds
 */
public record LogExtract(String identity, String careProvider, List<Row> rows, boolean complete) {

    /** Who asks for it. */
    public enum Ground {
        PATIENT,
        REPRESENTATIVE,
        AUTHORITY
    }

    /**
     * Once that data were opened.
     *
     * @param unit its name, empty where none is known
     * @param ground that was stated by somebody without a relation of care; null otherwise
     */
    public record Row(
            String unit,
            Activity activity,
            Instant at,
            @Nullable AccessGround ground) {}

    @Override
    public String toString() {
        return "LogExtract[]";
    }
}
