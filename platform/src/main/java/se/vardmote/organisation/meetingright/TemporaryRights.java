package se.vardmote.organisation.meetingright;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** What heads of units have given for some days. Ends by itself, because each question is asked for a day. */
@Component
public class TemporaryRights {
    /** So many are listed, the latest first. */
    public static final int MOST = 50;

    private static final String READ = """
            select t.*, s.listed_name, h.listed_name as by_name from organisation.temporary_meeting_right t
            join organisation.staff s on s.id = t.staff_id
            join organisation.staff h on h.id = t.granted_by
            """;
    private final JdbcClient database;
    private final Clock clock;

    public TemporaryRights(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those given at a unit, the latest first; at most 50. */
    public List<Temporary> at(CareUnitId unit) {
        return database.sql(READ + "where t.care_unit_id = :unit order by t.granted_at desc, t.id limit :most")
                .param("unit", unit.value())
                .param("most", MOST)
                .query((row, n) -> temporary(row))
                .list();
    }

    /** Those of a care provider that hold on a day, the first to end first; at most 50. */
    public List<Temporary> holdingAt(CareProviderId careProvider, LocalDate day) {
        return database.sql(READ + """
                        where t.care_provider_id = :provider and t.ended_at is null
                          and :day between t.first_day and t.last_day
                        order by t.last_day, t.id limit :most""")
                .param("provider", careProvider.value())
                .param("day", day)
                .param("most", MOST)
                .query((row, n) -> temporary(row))
                .list();
    }

    /** The latest that somebody has been given at a care provider, whether it holds or not. */
    public Optional<Temporary> latestOf(CareProviderId careProvider, StaffId staff) {
        return database.sql(READ + """
                        where t.care_provider_id = :provider and t.staff_id = :staff
                        order by t.last_day desc, t.id limit 1""")
                .param("provider", careProvider.value())
                .param("staff", staff.value())
                .query((row, n) -> temporary(row))
                .optional();
    }

    public void give(Given given) {
        database.sql("""
                        insert into organisation.temporary_meeting_right
                            (id, care_provider_id, staff_id, care_unit_id, first_day, last_day, reason, granted_by, granted_at)
                        values (:id, :provider, :staff, :unit, :first, :last, :reason, :by, :now)""")
                .param("id", given.id())
                .param("provider", given.careProvider().value())
                .param("staff", given.staff().value())
                .param("unit", given.unit().value())
                .param("first", given.firstDay())
                .param("last", given.lastDay())
                .param("reason", given.reason())
                .param("by", given.by().value())
                .param("now", now())
                .update();
    }

    /** One to write down. */
    public record Given(
            UUID id,
            CareProviderId careProvider,
            StaffId staff,
            CareUnitId unit,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,
            StaffId by) {}

    public Optional<Temporary> find(CareProviderId careProvider, UUID id) {
        return database.sql(READ + "where t.care_provider_id = :provider and t.id = :id")
                .param("provider", careProvider.value())
                .param("id", id)
                .query((row, n) -> temporary(row))
                .optional();
    }

    /** @return whether it had not been taken back before */
    public boolean end(UUID id, StaffId by, String why) {
        return database.sql("""
                        update organisation.temporary_meeting_right set ended_by = :by, ended_at = :now, ended_why = :why
                        where id = :id and ended_at is null""")
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", now())
                        .param("why", why)
                        .update()
                == 1;
    }

    /** Takes back all that somebody has at a care provider. */
    public void endAll(CareProviderId careProvider, StaffId staff, StaffId by, String why) {
        database.sql("""
                        update organisation.temporary_meeting_right set ended_by = :by, ended_at = :now, ended_why = :why
                        where care_provider_id = :provider and staff_id = :staff and ended_at is null""")
                .param("provider", careProvider.value())
                .param("staff", staff.value())
                .param("by", by.value())
                .param("now", now())
                .param("why", why)
                .update();
    }

    private static Temporary temporary(ResultSet row) throws SQLException {
        return new Temporary(
                row.getObject("id", UUID.class),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("listed_name"),
                new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getString("by_name"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                row.getString("ended_why"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
