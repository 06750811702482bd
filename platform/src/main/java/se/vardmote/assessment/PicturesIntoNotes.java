package se.vardmote.assessment;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RightPatient;
import se.vardmote.journal.WhatUnitsWrite;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.MeetingProblem.AboutPicture;
import se.vardmote.meetings.PictureJournal;
import se.vardmote.organisation.ImageRoutine;

/** A picture of an assessment call is saved with the note of that call, by whoever may write it (R0-38). */
@Component
class PicturesIntoNotes implements PictureJournal {
    private final CareAccess care;
    private final Duties duties;
    private final RightPatient rightPatient;
    private final Pictures pictures;
    private final Clients clients;
    private final WhatUnitsWrite decisions;
    private final AuditLog audit;
    private final Clock clock;

    PicturesIntoNotes(
            CareAccess care,
            Duties duties,
            RightPatient rightPatient,
            Pictures pictures,
            Clients clients,
            WhatUnitsWrite decisions,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.duties = duties;
        this.rightPatient = rightPatient;
        this.pictures = pictures;
        this.clients = clients;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void save(Meeting meeting, Picture picture, @Nullable String right, StaffMember by) {
        Duty duty = theirs(meeting, by);
        if (rightPatient.confirmation(duty).isEmpty()) {
            if (!duty.client().toString().equals(right)) throw AboutPicture.PATIENT_NOT_CONFIRMED.asException();
            rightPatient.confirm(duty, by);
        }
        var asked = picture.patientAsked() ? Pictures.Asked.ASKED : Pictures.Asked.COULD_NOT;
        pictures.save(
                duty,
                new Pictures.Taken(
                        picture.jpeg(), picture.width(), picture.height(), picture.takenAt(), picture.takenBy(), asked),
                by);
    }

    @Override
    public Patient patient(Meeting meeting, StaffMember reader) {
        Duty duty = theirs(meeting, reader);
        audit.record(AuditedActor.of(reader)
                .on(AuditEvent.read("patient", duty.client()))
                .of(duty.careProvider(), duty.unit())
                .about(duty.client())
                .at(clock.instant()));
        Client.Shown shown =
                clients.find(duty.careProvider(), duty.client()).orElseThrow().shown();
        return new Patient(duty.client().toString(), shown.name(), shown.identity());
    }

    @Override
    public ImageRoutine routine(Meeting meeting) {
        return decisions.imageRoutine(meeting.unit());
    }

    private Duty theirs(Meeting meeting, StaffMember staff) {
        Duty duty = duties.of(meeting.id(), staff.careProvider())
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        care.require(staff, "note", duty.id());
        return duty;
    }
}
