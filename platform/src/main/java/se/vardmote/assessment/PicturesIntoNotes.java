package se.vardmote.assessment;

import org.springframework.stereotype.Component;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Pictures;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.PictureJournal;
import se.vardmote.organisation.ImageRoutine;
import se.vardmote.organisation.Organisation;

/** A picture of an assessment call is saved with the note of that call, by whoever may write it (R0-38). */
@Component
class PicturesIntoNotes implements PictureJournal {
    private final CareAccess care;
    private final Duties duties;
    private final Pictures pictures;
    private final Organisation organisation;

    PicturesIntoNotes(CareAccess care, Duties duties, Pictures pictures, Organisation organisation) {
        this.care = care;
        this.duties = duties;
        this.pictures = pictures;
        this.organisation = organisation;
    }

    @Override
    public void save(Meeting meeting, Picture picture, StaffMember by) {
        Duty duty = duties.of(meeting.id(), by.careProvider())
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        care.require(by, "note", duty.id());
        var asked = picture.patientAsked() ? Pictures.Asked.ASKED : Pictures.Asked.COULD_NOT;
        pictures.save(
                duty,
                new Pictures.Taken(
                        picture.jpeg(), picture.width(), picture.height(), picture.takenAt(), picture.takenBy(), asked),
                by);
    }

    @Override
    public ImageRoutine routine(Meeting meeting) {
        return organisation.imageRoutine(meeting.unit());
    }
}
