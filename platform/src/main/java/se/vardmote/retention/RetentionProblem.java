package se.vardmote.retention;

import java.util.Map;
import se.vardmote.platform.Problem;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;

/** Why content cannot be written or read. */
public sealed interface RetentionProblem extends Problem {

    /** The unit's key is gone, and with it the content: its time was up. */
    record Forgotten(RetentionUnitId unit) implements RetentionProblem {
        @Override
        public String slug() {
            return "retention/forgotten";
        }

        @Override
        public int status() {
            return 410;
        }
    }

    /** Not what was written under this unit and field: changed, moved, or read as another field. */
    record Unreadable(RetentionUnitId unit, String field) implements RetentionProblem {
        @Override
        public String slug() {
            return "retention/unreadable";
        }

        @Override
        public int status() {
            return 500;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("field", field);
        }
    }

    /**
     * The care provider's key is not the one that wrapped its data keys. Somebody has lost or exchanged the secret: put
     * the right one back before anything is written.
     */
    record WrongKey(CareProviderId careProvider) implements RetentionProblem {
        @Override
        public String slug() {
            return "retention/wrong-key";
        }

        @Override
        public int status() {
            return 500;
        }
    }
}
