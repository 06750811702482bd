package se.vardmote.organisation.meetingright;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.meetingright.Application.State;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.MeetingRightId;
import se.vardmote.vocabulary.StaffId;

/** Applications for the right to hold digital meetings: submitted, granted or rejected, revoked. None is ever removed. */
@Component
public class Applications {
    /** So many stand on a page. */
    public static final int PAGE = 25;

    private static final String READ = """
            select r.*, s.listed_name, u.name as unit_name from organisation.meeting_right r
            join organisation.staff s on s.id = r.staff_id
            join organisation.care_unit u on u.id = r.care_unit_id
            """;
    private final JdbcClient database;
    private final Clock clock;

    public Applications(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A page of them, and whether there are more. */
    public record Page(List<Application> lines, boolean more) {}

    /** The latest of somebody at a care provider, whatever became of it. */
    public Optional<Application> latestOf(CareProviderId careProvider, StaffId staff) {
        return database.sql(READ + """
                        where r.care_provider_id = :provider and r.staff_id = :staff
                        order by r.submitted_at desc, r.id desc limit 1""")
                .param("provider", careProvider.value())
                .param("staff", staff.value())
                .query((row, n) -> application(row))
                .optional();
    }

    public Optional<Application> find(CareProviderId careProvider, MeetingRightId id) {
        return database.sql(READ + "where r.care_provider_id = :provider and r.id = :id")
                .param("provider", careProvider.value())
                .param("id", id.value())
                .query((row, n) -> application(row))
                .optional();
    }

    /**
     * Those of a care provider in one state, the longest waiting first.
     *
     * @param after the last one of the page before; null for the first page
     */
    public Page in(CareProviderId careProvider, State state, @Nullable MeetingRightId after) {
        List<Application> found = database.sql(READ + """
                        where r.care_provider_id = :provider and r.state = :state
                          and (cast(:after as uuid) is null or (r.submitted_at, r.id) >
                            (select a.submitted_at, a.id from organisation.meeting_right a where a.id = :after))
                        order by r.submitted_at, r.id limit :most""")
                .param("provider", careProvider.value())
                .param("state", state.name())
                .param("after", after == null ? null : after.value())
                .param("most", PAGE + 1)
                .query((row, n) -> application(row))
                .list();
        return new Page(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    /** Who of some has been granted the right at a care provider. */
    public Set<StaffId> grantedAmong(CareProviderId careProvider, Collection<StaffId> staff) {
        return Set.copyOf(database.sql("""
                        select staff_id from organisation.meeting_right
                        where care_provider_id = :provider and staff_id = any(:staff) and state = 'GRANTED'""")
                .param("provider", careProvider.value())
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list());
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one waits or is granted already */
    public void submit(
            MeetingRightId id, CareProviderId careProvider, StaffId staff, CareUnitId unit, CommissionId commission) {
        database.sql("""
                        insert into organisation.meeting_right
                            (id, care_provider_id, staff_id, care_unit_id, commission_id, state, submitted_at)
                        values (:id, :provider, :staff, :unit, :commission, 'SUBMITTED', :now)""")
                .param("id", id.value())
                .param("provider", careProvider.value())
                .param("staff", staff.value())
                .param("unit", unit.value())
                .param("commission", commission.value())
                .param("now", now())
                .update();
    }

    /** @return whether it still waited: of two answers at once, one counts */
    public boolean decide(MeetingRightId id, State to, StaffId by, @Nullable String reason) {
        return database.sql("""
                        update organisation.meeting_right
                        set state = :to, decided_by = :by, decided_at = :now, reason = :reason
                        where id = :id and state = 'SUBMITTED'""")
                        .param("id", id.value())
                        .param("to", to.name())
                        .param("by", by.value())
                        .param("now", now())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** @return whether it was granted until now */
    public boolean revoke(MeetingRightId id, StaffId by, String why) {
        return database.sql("""
                        update organisation.meeting_right
                        set state = 'REVOKED', revoked_by = :by, revoked_at = :now, revoked_why = :why
                        where id = :id and state = 'GRANTED'""")
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("now", now())
                        .param("why", why)
                        .update()
                == 1;
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                new MeetingRightId(row.getObject("id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("listed_name"),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                row.getString("unit_name"),
                new CommissionId(row.getObject("commission_id", UUID.class)),
                State.valueOf(row.getString("state")),
                instant(row, "submitted_at").orElseThrow(),
                instant(row, "decided_at").orElse(null),
                row.getString("reason"),
                instant(row, "revoked_at").orElse(null),
                row.getString("revoked_why"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
