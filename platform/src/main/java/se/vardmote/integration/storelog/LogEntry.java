package se.vardmote.integration.storelog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One {@code LogType} of the contract, before it is XML. The patient's name is not sent: the number is enough, and the
 * contract does not ask for more.
 *
 * @param purpose one of the contract's words, such as "Vård och behandling"
 */
record LogEntry(
        String logId,
        String activityType,
        String activityLevel,
        Instant startDate,
        String purpose,
        User user,
        String resourceType,
        @Nullable Patient patient,
        Named ownerProvider,
        @Nullable Named ownerUnit) {

    /** An HSA-id and what it is called. */
    record Named(String hsaId, String name) {}

    /** Who did it, where they worked then. */
    record User(
            String hsaId, @Nullable String name, @Nullable String assignment, Named careProvider, Named careUnit) {
        @Override
        public String toString() {
            return "User[]";
        }
    }

    /** @param root OID of the kind of number */
    record Patient(String root, String number) {
        @Override
        public String toString() {
            return "Patient[]";
        }
    }

    @Override
    public String toString() {
        return "LogEntry[" + logId + "]";
    }
}
