package se.vardmote.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.PictureId;

/** Pictures that a professional saved with the note (R0-38). They stay as long as the note; each look is on record. */
@Component
public class Pictures {
    private static final int MOST_SHOWN = 50;
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final AuditLog audit;
    private final Clock clock;

    public Pictures(JdbcClient jdbc, RetentionUnits retention, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = new Sealing(retention);
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the patient was asked before the picture was saved. */
    public enum Asked {
        ASKED,
        COULD_NOT
    }

    /**
     * A picture to save: re-encoded already, without what the camera wrote beside it.
     *
     * @param takenBy name of whoever held the camera
     */
    public record Taken(byte[] jpeg, int width, int height, Instant takenAt, String takenBy, Asked asked) {
        @Override
        public String toString() {
            return "Taken[" + width + "×" + height + "]";
        }
    }

    /**
     * What is known of a saved picture without opening it.
     *
     * @param altText what it shows, for who cannot see it; null until somebody has written that
     */
    public record Saved(
            PictureId id,
            int width,
            int height,
            Instant takenAt,
            String takenBy,
            Asked asked,
            String savedBy,
            Instant savedAt,
            @Nullable String altText) {
        @Override
        public String toString() {
            return "Saved[" + id + "]";
        }
    }

    /** Saves for good. Whether this member of staff may is asked before: {@code CareAccess.require(by, "note", duty)}. */
    public PictureId save(Duty duty, Taken picture, StaffMember by) {
        PictureId id = PictureId.next();
        record(duty, AuditEvent.wrote("save", "picture", id), by);
        jdbc.sql("""
                        insert into journal.picture (id, care_provider_id, duty_id, image, media_type, width, height,
                            taken_at, taken_by, asked, saved_by_staff_id, saved_by_name, saved_at)
                        values (?, ?, ?, ?, 'image/jpeg', ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        duty.careProvider().value(),
                        duty.id().value(),
                        sealing.sealBytes(duty, place(id, "image"), picture.jpeg()),
                        picture.width(),
                        picture.height(),
                        picture.takenAt().atOffset(ZoneOffset.UTC),
                        sealing.seal(duty, place(id, "taken-by"), picture.takenBy()),
                        picture.asked().name(),
                        by.staff().value(),
                        by.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The saved pictures of a call, in the order they were taken, without the pictures themselves. */
    public List<Saved> of(Duty duty) {
        return jdbc.sql("""
                        select id, width, height, taken_at, taken_by, asked, saved_at, alt_text,
                            organisation.shown_name(saved_by_staff_id, saved_by_name) as saved_by
                        from journal.picture where duty_id = ? order by taken_at, id limit ?""")
                .params(duty.id().value(), MOST_SHOWN)
                .query((row, i) -> saved(duty, row))
                .list();
    }

    /** The picture as JPEG, with the look on record; empty when it is no picture of this call. */
    public Optional<byte[]> read(Duty duty, PictureId id, StaffMember by) {
        record(duty, AuditEvent.read("picture", id), by);
        return jdbc.sql("select image from journal.picture where duty_id = ? and id = ?")
                .params(duty.id().value(), id.value())
                .query((row, i) -> sealing.unsealBytes(duty, place(id, "image"), row.getBytes("image")))
                .optional();
    }

    /** Says what a picture shows, for who cannot see it. What is signed is left as it is. */
    public void describe(Duty duty, PictureId id, String altText, StaffMember by) {
        record(duty, AuditEvent.wrote("describe", "picture", id), by);
        jdbc.sql("""
                        update journal.picture set alt_text = ? where duty_id = ? and id = ?
                        and not exists (select from journal.duty where duty.id = duty_id and signed_at is not null)""")
                .params(
                        sealing.seal(duty, place(id, "alt-text"), altText),
                        duty.id().value(),
                        id.value())
                .update();
    }

    private Saved saved(Duty duty, ResultSet row) throws SQLException {
        var id = new PictureId(row.getObject("id", UUID.class));
        byte[] altText = row.getBytes("alt_text");
        return new Saved(
                id,
                row.getInt("width"),
                row.getInt("height"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                sealing.unseal(duty, place(id, "taken-by"), row.getBytes("taken_by"), String.class),
                Asked.valueOf(row.getString("asked")),
                row.getString("saved_by"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                altText == null ? null : sealing.unseal(duty, place(id, "alt-text"), altText, String.class));
    }

    private void record(Duty duty, AuditEventBuilder event, StaffMember by) {
        audit.record(event.by(ActorKind.STAFF, by.staff(), by.name())
                .under(by.commission())
                .of(duty.careProvider(), duty.unit())
                .about(duty.client())
                .at(clock.instant()));
    }

    private static String place(PictureId id, String what) {
        return "picture." + id + "." + what;
    }
}
