package se.vardmote.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.HoldId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** Content that must stay for an incident or the police although its time is up: a reason, a last day, and who said so. */
public final class Holds {
    /** Longer than that asks for a new decision. */
    public static final int MOST_DAYS = 366;

    /** Characters that the reason in words may have. */
    public static final int LONGEST_WHY = 500;

    private static final int MOST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final RetentionUnits units;
    private final Clock clock;

    public Holds(JdbcClient jdbc, RetentionUnits units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** Why content is held. */
    public enum Reason {
        INCIDENT,
        POLICE,
        OTHER
    }

    /** Who places or lifts one, and the name on that day: it may be protected since. */
    public record By(StaffId staff, String name) {
        /** @param now names of staff as everybody may read them */
        public String shown(Map<StaffId, String> now) {
            return now.getOrDefault(staff, name);
        }
    }

    /**
     * A hold on the content of one unit.
     *
     * @param lastDay the last day on which the purge passes by
     * @param liftedAt null while nobody has lifted it
     */
    public record Hold(
            HoldId id,
            CareProviderId careProvider,
            RetentionUnitId unit,
            Reason reason,
            Instant placedAt,
            By placedBy,
            LocalDate lastDay,
            @Nullable Instant liftedAt,
            @Nullable By liftedBy) {

        public boolean inForce(Instant now) {
            return liftedAt == null && !lastDay.isBefore(KeepUntil.day(now));
        }

        @Override
        public String toString() {
            return "Hold[" + id + ", " + reason + "]";
        }
    }

    /** Whether a last day can be chosen: today or later, and not beyond {@value #MOST_DAYS} days. */
    public boolean allows(LocalDate lastDay) {
        LocalDate today = KeepUntil.day(clock.instant());
        return !lastDay.isBefore(today) && !lastDay.isAfter(today.plusDays(MOST_DAYS));
    }

    /** @throws ProblemException {@link RetentionProblem.Forgotten} when there is nothing left to hold */
    public HoldId place(RetentionUnitId unit, Reason reason, String why, LocalDate lastDay, By by) {
        if (!allows(lastDay)) throw new IllegalArgumentException("a last day that cannot be chosen");
        HoldId id = HoldId.next();
        int placed = jdbc.sql("""
                insert into retention.hold (id, care_provider_id, unit_id, reason, why_sealed, placed_at,
                    placed_by_staff_id, placed_by_name, last_day)
                select :id, care_provider_id, id, :reason, :why, :now, :staff, :name, :lastDay from retention.unit
                where id = :unit and forgotten_at is null""")
                .param("id", id.value())
                .param("reason", reason.name())
                .param("why", units.encrypt(unit, field(id), why))
                .param("now", Timestamp.from(clock.instant()))
                .param("staff", by.staff().value())
                .param("name", by.name())
                .param("lastDay", lastDay)
                .param("unit", unit.value())
                .update();
        if (placed == 0) throw new ProblemException(new RetentionProblem.Forgotten(unit));
        return id;
    }

    /** False when there is no such hold at this care provider, or it has been lifted before. */
    public boolean lift(CareProviderId careProvider, HoldId id, By by) {
        return jdbc.sql("""
                        update retention.hold set lifted_at = :now, lifted_by_staff_id = :staff, lifted_by_name = :name
                        where id = :id and care_provider_id = :careProvider and lifted_at is null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("staff", by.staff().value())
                        .param("name", by.name())
                        .param("id", id.value())
                        .param("careProvider", careProvider.value())
                        .update()
                == 1;
    }

    public Optional<Hold> find(CareProviderId careProvider, HoldId id) {
        return jdbc.sql("select * from retention.hold where care_provider_id = ? and id = ?")
                .params(careProvider.value(), id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** Why, in words, while the content is there. */
    public String why(Hold hold) {
        byte[] sealed = jdbc.sql("select why_sealed from retention.hold where id = ?")
                .param(hold.id().value())
                .query(byte[].class)
                .single();
        return units.decrypt(hold.unit(), field(hold.id()), sealed);
    }

    /** Every hold that a unit has had, newest first. */
    public List<Hold> of(RetentionUnitId unit) {
        return jdbc.sql("select * from retention.hold where unit_id = ? order by placed_at desc, id limit ?")
                .params(unit.value(), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** What a care provider holds today, soonest end first. */
    public List<Hold> inForce(CareProviderId careProvider) {
        return jdbc.sql("""
                        select * from retention.hold
                        where care_provider_id = ? and lifted_at is null and last_day >= ? order by last_day, id limit ?""")
                .params(careProvider.value(), KeepUntil.day(clock.instant()), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    private static String field(HoldId id) {
        return "hold." + id;
    }

    private static Hold read(ResultSet row) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Hold(
                new HoldId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new RetentionUnitId(row.getObject("unit_id", UUID.class)),
                Reason.valueOf(row.getString("reason")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                by(row, "placed"),
                row.getObject("last_day", LocalDate.class),
                lifted == null ? null : lifted.toInstant(),
                lifted == null ? null : by(row, "lifted"));
    }

    private static By by(ResultSet row, String did) throws SQLException {
        return new By(new StaffId(row.getObject(did + "_by_staff_id", UUID.class)), row.getString(did + "_by_name"));
    }
}
