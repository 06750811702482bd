package se.vardmote.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import se.vardmote.access.Actor;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.MeetingProblem.AboutPicture;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.PictureJournal;
import se.vardmote.meetings.SentPictures;
import se.vardmote.meetings.Standing;
import se.vardmote.meetings.picture.DarkRoom;
import se.vardmote.meetings.picture.OwnPicture;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PictureId;

/** The pictures of a call: sent by the seat, seen and decided about by the professional, never given back. */
@Controller
class CallPictureController {
    private final CareAccess care;
    private final Meetings meetings;
    private final Participants participants;
    private final SentPictures pictures;
    private final PictureIntake intake;
    private final AuditLog audit;
    private final Clock clock;

    CallPictureController(
            CareAccess care,
            Meetings meetings,
            Participants participants,
            SentPictures pictures,
            PictureIntake intake,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.meetings = meetings;
        this.participants = participants;
        this.pictures = pictures;
        this.intake = intake;
        this.audit = audit;
        this.clock = clock;
    }

    /** The bare bytes of a JPEG. Sent again with the same key until it has been answered, it is one picture. */
    @PostMapping("/samtal/bild")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(Seated seated, @RequestHeader("Idempotency-Key") UUID key, HttpServletRequest request)
            throws IOException {
        Participant taker = admitted(seated);
        if (pictures.withKey(seated.unit(), key).isPresent()) return;
        OwnPicture picture = read(seated, request);
        var id = PictureId.next();
        record(seated, AuditEvent.wrote("send", "picture", id));
        try {
            pictures.keep(seated.unit(), taker.id(), id, key, picture);
        } catch (DataAccessException e) {
            throw isNoRoomLeft(e) ? AboutPicture.NOT_KEPT.asException() : e;
        }
    }

    @GetMapping("/samtal/{meeting}/bild/{picture}")
    ResponseEntity<byte[]> show(
            StaffMember staff, @PathVariable("meeting") String meeting, @PathVariable("picture") String id) {
        Meeting theirs = theirs(staff, meeting);
        PictureId picture = PictureId.of(id);
        record(staff, AuditEvent.read("picture", picture));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .body(pictures.jpeg(theirs.conversation(), picture));
    }

    /** {@code asked} is {@code yes}, or {@code could-not} when the patient could not be asked. */
    @PostMapping("/samtal/{meeting}/bild/{picture}/spara")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(
            StaffMember staff,
            @PathVariable("meeting") String meeting,
            @PathVariable("picture") String id,
            @RequestParam(name = "asked", required = false) @Nullable String asked,
            @RequestParam(name = "rightPatient", required = false) @Nullable String rightPatient) {
        Meeting theirs = theirs(staff, meeting);
        PictureId picture = PictureId.of(id);
        boolean yes = "yes".equals(asked);
        if (!yes && !"could-not".equals(asked)) throw AboutPicture.PATIENT_NOT_ASKED.asException();
        record(staff, AuditEvent.wrote("save", "picture", picture));
        pictures.save(theirs, picture, new SentPictures.Said(yes, rightPatient), staff);
    }

    /** Whose call it is, asked for when the first picture of it is to be saved. */
    @GetMapping("/samtal/{meeting}/patient")
    @ResponseBody
    PictureJournal.Patient patient(StaffMember staff, @PathVariable("meeting") String meeting) {
        return pictures.patient(theirs(staff, meeting), staff);
    }

    @PostMapping("/samtal/{meeting}/bild/{picture}/kasta")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(StaffMember staff, @PathVariable("meeting") String meeting, @PathVariable("picture") String id) {
        Meeting theirs = theirs(staff, meeting);
        PictureId picture = PictureId.of(id);
        record(staff, AuditEvent.wrote("discard", "picture", picture));
        pictures.discard(theirs.conversation(), picture);
    }

    /** The one at the device, once they have been let in. */
    private Participant admitted(Seated seated) {
        return participants.of(seated.unit()).stream()
                .filter(person -> seated.seat().equals(person.seat()) && person.standing() == Standing.ADMITTED)
                .findFirst()
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
    }

    /** What says that it is too large is not read at all. */
    private OwnPicture read(Seated seated, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > DarkRoom.MOST_BYTES) throw AboutPicture.TOO_LARGE.asException();
        return intake.take(seated.seat(), request.getInputStream());
    }

    /** Class 53 of PostgreSQL: insufficient resources, a full disk above all; 58: the system around it failed. */
    private static boolean isNoRoomLeft(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("53") || sql.getSQLState().startsWith("58"));
    }

    /** A meeting that this member of staff takes part in; an attempt at any other is on record. */
    private Meeting theirs(StaffMember staff, String id) {
        MeetingId meeting = MeetingId.of(id);
        return meetings.find(care.require(staff, "meeting", meeting).careProvider(), meeting)
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
    }

    private void record(Actor actor, AuditEventBuilder event) {
        audit.record(AuditedActor.of(actor).on(event).at(clock.instant()));
    }
}
