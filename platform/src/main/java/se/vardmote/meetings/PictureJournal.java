package se.vardmote.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.StaffMember;
import se.vardmote.organisation.ImageRoutine;

/** Port: where a picture of a call is saved, and what the unit has decided about saving. */
public interface PictureJournal {

    /**
     * Saves with the note of the call, in the caller's transaction.
     *
     * @param rightPatient the {@link Patient#id} that they were shown and say is right; null when they say nothing: once is
     *     enough for a call
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open} for a meeting that this module did not plan,
     *     {@code meetings/patient-not-confirmed} while nobody has said that it is the right patient
     */
    void save(Meeting meeting, Picture picture, @Nullable String rightPatient, StaffMember by);

    /** Whose call it is, for somebody who is about to say that it is the right patient. On record first. */
    Patient patient(Meeting meeting, StaffMember reader);

    /** Whether and under which rules pictures of this meeting are saved. */
    ImageRoutine routine(Meeting meeting);

    /**
     * Name and number as shown.
     *
     * @param id what a page sends back to say that it showed this patient; opaque
     * @param identity null when unknown; empty beside an alias
     */
    record Patient(String id, String name, @Nullable String identity) {
        @Override
        public String toString() {
            return "Patient[]";
        }
    }

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
