package se.vardmote.meetings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.StaffMember;
import se.vardmote.organisation.ImageRoutine;

/** A journal that remembers what was saved, and a unit whose routine the test decides. */
public final class PicturesOnPaper implements PictureJournal {
    public static final String PATIENT = "this-patient";
    public final List<Picture> saved = new CopyOnWriteArrayList<>();
    public volatile ImageRoutine routine = new ImageRoutine("Fråga patienten först.", true);
    public volatile boolean fails;
    public volatile boolean confirmed = true;

    @Override
    public void save(Meeting meeting, Picture picture, @Nullable String rightPatient, StaffMember by) {
        if (!confirmed && !PATIENT.equals(rightPatient))
            throw MeetingProblem.AboutPicture.PATIENT_NOT_CONFIRMED.asException();
        if (fails) throw new IllegalStateException("the journal is away");
        saved.add(picture);
    }

    @Override
    public Patient patient(Meeting meeting, StaffMember reader) {
        return new Patient(PATIENT, "Tolvan Tolvansson", "19121212-1212");
    }

    @Override
    public ImageRoutine routine(Meeting meeting) {
        return routine;
    }
}
