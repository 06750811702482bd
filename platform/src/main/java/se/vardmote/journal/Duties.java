package se.vardmote.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.clients.Client;
import se.vardmote.organisation.StaffNames;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** What must be documented: opened when a call begins, completed when it ends, done with the first signature. */
@Component
public class Duties {
    private static final int MOST_SHOWN = 100;
    private static final String SELECT = """
            select duty.*, ended_at from journal.duty left join journal.completion on duty_id = duty.id
            """;

    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final StaffNames names;
    private final Sealing sealing;
    private final Clock clock;

    public Duties(JdbcClient jdbc, RetentionUnits retention, StaffNames names, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.names = names;
        this.sealing = new Sealing(retention);
        this.clock = clock;
    }

    /**
     * Opens the duty of a call, with a retention unit of its own, so that the note can be written while the call goes
     * on. Call in the transaction that begins the call; once a meeting and care provider.
     */
    public Duty open(DocumentedCall call, DutyBackground background, NoteText prefilled) {
        var duty = new Duty(
                DutyId.next(),
                call,
                retention.openWith(call.conversation(), call.careProvider()),
                clock.instant(),
                null,
                null,
                null,
                null);
        jdbc.sql("""
                        insert into journal.duty (id, care_provider_id, care_unit_id, client_id, retention_unit_id,
                            documentation_unit_id, meeting_id, staff_id, background, prefilled, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        duty.id().value(),
                        duty.careProvider().value(),
                        duty.unit().value(),
                        duty.client().value(),
                        duty.conversation().value(),
                        duty.documentation().value(),
                        duty.meeting().value(),
                        duty.staff().value(),
                        sealing.seal(duty, "background", background),
                        sealing.seal(duty, "prefilled", prefilled),
                        duty.openedAt().atOffset(ZoneOffset.UTC))
                .update();
        return duty;
    }

    /**
     * The call has ended: from now on the note is to be signed. Its text is the new one unless somebody has saved a
     * draft. Call in the transaction that ends the call; again does nothing.
     */
    public void complete(Duty duty, Instant endedAt, DutyBackground background, NoteText prefilled) {
        jdbc.sql("""
                        insert into journal.completion (duty_id, care_provider_id, ended_at, background_at_end,
                            prefilled_at_end) values (?, ?, ?, ?, ?) on conflict (duty_id) do nothing""")
                .params(
                        duty.id().value(),
                        duty.careProvider().value(),
                        endedAt.atOffset(ZoneOffset.UTC),
                        sealing.seal(duty, "background_at_end", background),
                        sealing.seal(duty, "prefilled_at_end", prefilled))
                .update();
    }

    /** A duty at this care provider; empty for any other's. */
    public Optional<Duty> find(CareProviderId careProvider, DutyId id) {
        return jdbc.sql(SELECT + "where duty.care_provider_id = ? and duty.id = ?")
                .params(careProvider.value(), id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The duty of a meeting at the care provider that holds it, signed or not: the first that was opened. */
    public Optional<Duty> of(MeetingId meeting) {
        return allOf(meeting).stream().findFirst();
    }

    /** The duty of a meeting at one care provider that takes part. */
    public Optional<Duty> of(MeetingId meeting, CareProviderId careProvider) {
        return allOf(meeting).stream()
                .filter(duty -> duty.careProvider().equals(careProvider))
                .findFirst();
    }

    /** One for each care provider that takes part. */
    public List<Duty> allOf(MeetingId meeting) {
        return jdbc.sql(SELECT + "where meeting_id = ? order by opened_at, duty.id limit ?")
                .params(meeting.value(), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** Somebody else has taken the call over and writes the note, at their unit; what is signed stays where it is. */
    public void move(Duty duty, StaffId to, CareUnitId unit) {
        // The function answers nothing; a query needs a row to read.
        jdbc.sql("select journal.hand_on(?, ?, ?)::text")
                .params(duty.id().value(), to.value(), unit.value())
                .query(String.class)
                .list();
    }

    /** What one professional has left to sign at a unit, of calls that have ended, oldest first. */
    public List<Duty> toSign(CareProviderId careProvider, CareUnitId unit, StaffId staff) {
        return jdbc.sql(SELECT + """
                        where duty.care_provider_id = ? and care_unit_id = ? and staff_id = ? and signed_at is null
                            and ended_at is not null
                        order by opened_at limit ?""")
                .params(careProvider.value(), unit.value(), staff.value(), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** What one professional has signed at a unit that is not in the record system yet, oldest first. */
    public List<Duty> toEnter(CareProviderId careProvider, CareUnitId unit, StaffId staff) {
        return jdbc.sql(SELECT + """
                        where duty.care_provider_id = ? and care_unit_id = ? and staff_id = ?
                            and signed_at is not null and entered_at is null and removed_at is null
                        order by signed_at limit ?""")
                .params(careProvider.value(), unit.value(), staff.value(), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** Calls anywhere that ended before a time and that nobody has signed a note of, oldest first. */
    public List<Duty> unsignedSince(Instant before, int most) {
        return jdbc.sql(SELECT + "where signed_at is null and ended_at < ? order by ended_at limit ?")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .query((row, i) -> read(row))
                .list();
    }

    /** Notes anywhere whose call ended before a time, signed but not in the record system, oldest first. */
    public List<Duty> notEnteredSince(Instant before, int most) {
        return jdbc.sql(SELECT + """
                        where signed_at is not null and entered_at is null and removed_at is null and ended_at < ?
                        order by ended_at limit ?""")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .query((row, i) -> read(row))
                .list();
    }

    /** What happened in the call, as far as it has gone; with staff by the names that everybody may read now. */
    public DutyBackground background(Duty duty) {
        DutyBackground kept = kept(duty);
        return kept.named(names.shown(kept.staff()));
    }

    /** Names that stand in what was kept, of staff who have become protected since. */
    public Set<String> hiddenSince(Duty duty) {
        DutyBackground kept = kept(duty);
        Map<StaffId, String> now = names.shown(kept.staff());
        return kept.attendance().stream()
                .filter(one -> one.staff() != null && Client.ALIAS.value().equals(now.get(one.staff())))
                .map(DutyBackground.Attendance::name)
                .collect(Collectors.toSet());
    }

    private DutyBackground kept(Duty duty) {
        return jdbc.sql("""
                        select background, background_at_end from journal.duty
                        left join journal.completion on duty_id = duty.id where duty.id = ?""")
                .param(duty.id().value())
                .query((row, i) -> sealing.first(duty, row, DutyBackground.class, "background_at_end", "background"))
                .single();
    }

    /** A version has been signed: the first ends the duty, and none of them is in the record system yet. */
    void signed(Duty duty, Instant at) {
        jdbc.sql("update journal.duty set signed_at = coalesce(signed_at, ?), entered_at = null where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), duty.id().value())
                .update();
        retention.documented(duty.documentation(), at, null);
    }

    /** @param at null when it turned out not to be entered */
    void entered(Duty duty, @Nullable Instant at) {
        Instant signed = jdbc.sql("""
                        with marked as (update journal.duty set entered_at = :at where id = :id)
                        select max(signed_at) from journal.note where duty_id = :id""")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", duty.id().value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        retention.documented(duty.documentation(), signed, at);
    }

    /** Locks the duty for the rest of the transaction, so that two signatures get two versions. */
    void lock(DutyId id) {
        jdbc.sql("select id from journal.duty where id = ? for update")
                .params(id.value())
                .query(UUID.class)
                .single();
    }

    private static Duty read(ResultSet row) throws SQLException {
        return new Duty(
                new DutyId(row.getObject("id", UUID.class)),
                new DocumentedCall(
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                        new ClientId(row.getObject("client_id", UUID.class)),
                        new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)),
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        new StaffId(row.getObject("staff_id", UUID.class))),
                new RetentionUnitId(row.getObject("documentation_unit_id", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                instant(row, "draft_saved_at"),
                instant(row, "signed_at"),
                instant(row, "entered_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
