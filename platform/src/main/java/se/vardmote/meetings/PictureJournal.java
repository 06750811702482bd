package se.vardmote.meetings;

import java.time.Instant;
import se.vardmote.access.StaffMember;
import se.vardmote.organisation.ImageRoutine;

/** Port: where a picture of a call is saved, and what the unit has decided about saving. */
public interface PictureJournal {

    /**
     * Saves with the note of the call, in the caller's transaction.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open} for a meeting that this module did not plan
     */
    void save(Meeting meeting, Picture picture, StaffMember by);

    /** Whether and under which rules pictures of this meeting are saved. */
    ImageRoutine routine(Meeting meeting);

    /**
     * What is saved.
     *
     * @param takenBy name of the one who took it
     * @param patientAsked false when the patient could not be asked
     */
    record Picture(byte[] jpeg, int width, int height, Instant takenAt, String takenBy, boolean patientAsked) {
        @Override
        public String toString() {
            return "Picture[" + width + " × " + height + "]";
        }
    }
}
