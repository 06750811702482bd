package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.meetings.MeetingProblem.AboutPicture;
import se.vardmote.meetings.picture.OwnPicture;
import se.vardmote.organisation.ImageRoutine;
import se.vardmote.retention.Forgettable;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * Pictures on their way from the one who takes them to the professional who decides (R0-37, R0-38). Encrypted under the
 * conversation's key; what is saved or discarded leaves nothing here but that it was.
 */
@Component
public class SentPictures implements Forgettable {
    /** So many wait for a decision at most. */
    static final int MOST_UNDECIDED = 10;

    static final int MOST_A_MINUTE = 6;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final Conversations conversations;
    private final Participants participants;
    private final Optional<PictureJournal> journal;
    private final Clock clock;

    SentPictures(
            JdbcClient jdbc,
            RetentionUnits retention,
            Conversations conversations,
            Participants participants,
            Optional<PictureJournal> journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.conversations = conversations;
        this.participants = participants;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a professional says before a picture is saved.
     *
     * @param rightPatient whom they were shown and say is right; see {@link PictureJournal#save}
     */
    public record Said(boolean patientAsked, @Nullable String rightPatient) {}

    /** The professional would like a picture; asking again changes nothing. */
    @Transactional
    public void want(RetentionUnitId unit) {
        mark(unit, clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The one who was asked takes none just now, or the one who asked no longer wants it. */
    @Transactional
    public void wantNoLonger(RetentionUnitId unit) {
        mark(unit, null);
    }

    private void mark(RetentionUnitId unit, @Nullable OffsetDateTime since) {
        int marked =
                jdbc.sql("""
                        update meetings.conversation set picture_wanted_at = :since
                        where retention_unit_id = :unit and closed_at is null
                            and (picture_wanted_at is null) <> (:since::timestamptz is null)""").param("since", since).param("unit", unit.value()).update();
        if (marked > 0) conversations.changed(unit);
    }

    /** Whether this key has brought a picture already: then it need not be read again. */
    public Optional<PictureId> withKey(RetentionUnitId unit, UUID key) {
        return jdbc.sql("select id from meetings.picture where retention_unit_id = ? and key = ?")
                .params(unit.value(), key)
                .query(UUID.class)
                .optional()
                .map(PictureId::new);
    }

    /**
     * Keeps a picture until the professional has decided. The same key again is the same picture: a page that heard no
     * answer may send it as often as it likes.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open}, {@code meetings/too-many-pictures}
     */
    @Transactional
    public void keep(RetentionUnitId unit, ParticipantId by, PictureId id, UUID key, OwnPicture picture) {
        lock(unit);
        if (withKey(unit, key).isPresent()) return;
        requireRoomForOneMore(unit);
        jdbc.sql("""
                        insert into meetings.picture (id, care_provider_id, retention_unit_id, key, state, sealed, width,
                            height, taken_by, taken_at)
                        select :id, care_provider_id, retention_unit_id, :key, 'SENT', :sealed, :width, :height, :by, :at
                        from meetings.conversation where retention_unit_id = :unit""")
                .param("id", id.value())
                .param("key", key)
                .param("sealed", retention.encryptBytes(unit, field(id), picture.jpeg()))
                .param("width", picture.width())
                .param("height", picture.height())
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unit", unit.value())
                .update();
        mark(unit, null);
        conversations.changed(unit);
    }

    /** Those that nobody has decided about, oldest first. */
    public List<SentPicture> undecided(RetentionUnitId unit) {
        return jdbc.sql("""
                        select id, width, height, taken_at, taken_by from meetings.picture
                        where retention_unit_id = ? and state = 'SENT' order by id limit ?""")
                .params(unit.value(), MOST_UNDECIDED)
                .query((row, i) -> read(row))
                .list();
    }

    /** @throws se.vardmote.platform.ProblemException {@code meetings/picture-gone} when it has been decided about */
    public byte[] jpeg(RetentionUnitId unit, PictureId id) {
        return jdbc.sql("select sealed from meetings.picture where retention_unit_id = ? and id = ? and state = 'SENT'")
                .params(unit.value(), id.value())
                .query(byte[].class)
                .optional()
                .map(kept -> retention.decryptBytes(unit, field(id), kept))
                .orElseThrow(AboutPicture.GONE::asException);
    }

    /** What the unit has decided; nothing is saved where no module keeps notes of this meeting. */
    public ImageRoutine routine(Meeting meeting) {
        return journal.map(port -> port.routine(meeting)).orElse(new ImageRoutine(null, false));
    }

    /** Whose call it is, to be confirmed; on record first. */
    public PictureJournal.Patient patient(Meeting meeting, StaffMember reader) {
        return journal.orElseThrow(() -> new MeetingProblem.NotOpen().asException())
                .patient(meeting, reader);
    }

    /** Gone for everybody. Again on one that is gone does nothing. */
    @Transactional
    public void discard(RetentionUnitId unit, PictureId id) {
        if (settle(unit, id, "DISCARDED")) conversations.changed(unit);
    }

    /**
     * Saves it with the note; from then on it is the note's.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/pictures-not-saved-here},
     *     {@code meetings/patient-not-confirmed}, {@code meetings/picture-gone}
     */
    @Transactional
    public void save(Meeting meeting, PictureId id, Said said, StaffMember by) {
        if (!routine(meeting).mayBeSaved()) throw AboutPicture.NOT_SAVED_HERE.asException();
        PictureJournal notes = journal.orElseThrow();
        RetentionUnitId unit = meeting.conversation();
        SentPicture picture = lockUndecided(unit, id).orElseThrow(AboutPicture.GONE::asException);
        notes.save(
                meeting,
                new PictureJournal.Picture(
                        jpeg(unit, id),
                        picture.width(),
                        picture.height(),
                        picture.takenAt(),
                        nameOf(unit, picture.takenBy()),
                        said.patientAsked()),
                said.rightPatient(),
                by);
        settle(unit, id, "SAVED");
        conversations.changed(unit);
    }

    /** Whether any was sent, whatever became of it. */
    public boolean anySent(RetentionUnitId unit) {
        return jdbc.sql("select exists (select from meetings.picture where retention_unit_id = ?)")
                .params(unit.value())
                .query(Boolean.class)
                .single();
    }

    /** All rows, whatever became of the pictures. */
    @Override
    public void remove(Collection<RetentionUnitId> forgotten) {
        jdbc.sql("delete from meetings.picture where retention_unit_id = any(?)")
                .param(forgotten.stream().map(RetentionUnitId::value).toArray(UUID[]::new))
                .update();
    }

    private boolean settle(RetentionUnitId unit, PictureId id, String state) {
        return jdbc.sql("""
                        update meetings.picture set state = :state, sealed = null
                        where retention_unit_id = :unit and id = :id and state = 'SENT'""")
                        .param("state", state)
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .update()
                > 0;
    }

    private Optional<SentPicture> lockUndecided(RetentionUnitId unit, PictureId id) {
        return jdbc.sql("""
                        select id, width, height, taken_at, taken_by from meetings.picture
                        where retention_unit_id = ? and id = ? and state = 'SENT' for update""")
                .params(unit.value(), id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** One at a time in a conversation that goes on, so that counting holds. */
    private void lock(RetentionUnitId unit) {
        boolean goesOn =
                jdbc.sql("""
                        select c.retention_unit_id from meetings.conversation c
                        join meetings.meeting m on m.retention_unit_id = c.retention_unit_id and m.ended_at is null
                        where c.retention_unit_id = ? and c.closed_at is null for update of c""").params(unit.value()).query(UUID.class).optional().isPresent();
        if (!goesOn) throw new MeetingProblem.NotOpen().asException();
    }

    private void requireRoomForOneMore(RetentionUnitId unit) {
        Instant minuteAgo = clock.instant().minus(MINUTE);
        boolean tooMany = jdbc.sql("""
                        select count(*) filter (where state = 'SENT') >= :undecided
                            or count(*) filter (where taken_at > :since) >= :aMinute
                        from meetings.picture where retention_unit_id = :unit""")
                .param("undecided", MOST_UNDECIDED)
                .param("since", minuteAgo.atOffset(ZoneOffset.UTC))
                .param("aMinute", MOST_A_MINUTE)
                .param("unit", unit.value())
                .query(Boolean.class)
                .single();
        if (tooMany) throw AboutPicture.TOO_MANY.asException();
    }

    private String nameOf(RetentionUnitId unit, ParticipantId id) {
        return participants.of(unit).stream()
                .filter(person -> person.id().equals(id))
                .map(Participant::name)
                .findFirst()
                .orElseThrow();
    }

    private static SentPicture read(ResultSet row) throws SQLException {
        return new SentPicture(
                new PictureId(row.getObject("id", UUID.class)),
                row.getInt("width"),
                row.getInt("height"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                new ParticipantId(row.getObject("taken_by", UUID.class)));
    }

    /** Each picture has a place of its own, so that two of a call cannot change places unnoticed. */
    private static String field(PictureId id) {
        return "picture." + id;
    }
}
