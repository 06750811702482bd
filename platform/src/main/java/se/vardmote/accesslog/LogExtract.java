package se.vardmote.accesslog;

import java.time.Instant;
import java.util.List;
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

    /** @param unit its name, empty where none is known */
    public record Row(String unit, Activity activity, Instant at) {}

    @Override
    public String toString() {
        return "LogExtract[]";
    }
}
