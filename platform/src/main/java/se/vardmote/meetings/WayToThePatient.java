package se.vardmote.meetings;

import java.util.Optional;
import se.vardmote.vocabulary.RetentionUnitId;

/** Port: what the module that knows why a call is held knows of the way to the patient. */
public interface WayToThePatient {

    /** About one conversation; empty when this module knows nothing of it. */
    Optional<Known> about(RetentionUnitId conversation);

    /**
     * What is known before anybody has asked.
     *
     * @param callBack the care worker's number, E.164
     * @param from unit and area that the care worker came from; empty for a visitor with a code
     * @param protectedIdentity the patient is an alias in this call
     */
    record Known(String callBack, String from, boolean protectedIdentity) {
        @Override
        public String toString() {
            return "Known[]";
        }
    }
}
