package se.vardmote.access;

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
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Where somebody is signed in, and ending it: one, all, or those at a care provider. What is open closes at once. */
@Component
public class SignIns {
    private static final int MOST = 100;
    private final JdbcClient database;
    private final Sessions sessions;
    private final SignInSettings settings;
    private final Clock clock;

    public SignIns(JdbcClient database, Sessions sessions, SignInSettings settings, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody who is signed in at a care provider. */
    public record Present(StaffId staff, String name, String profession, int places, Instant lastSeen) {}

    /** The sign-ins that last, the latest seen first; at most 100. */
    public List<SignedInRow> of(StaffId staff) {
        return database.sql("""
                        select s.id, s.way, s.browser, s.system, s.created_at, s.last_seen_at,
                               coalesce(u.name, p.name) as place
                        from access.session s
                        left join organisation.commission c on c.id = s.commission_id
                        left join organisation.assignment a on a.id = s.assignment_id
                        left join organisation.care_unit u on u.id = coalesce(c.care_unit_id, a.care_unit_id)
                        left join organisation.care_provider p on p.id = s.care_provider_id
                        where s.staff_id = :staff and s.revoked_at is null
                          and s.last_seen_at > :idle and s.created_at > :oldest
                        order by s.last_seen_at desc, s.id limit :most""")
                .param("staff", staff.value())
                .param("idle", now().minus(settings.idleTimeout()))
                .param("oldest", now().minus(settings.lifetime()))
                .param("most", MOST)
                .query((row, n) -> new SignedInRow(
                        new SessionId(row.getObject("id", UUID.class)),
                        WayIn.valueOf(row.getString("way")),
                        row.getString("browser"),
                        row.getString("system"),
                        row.getString("place"),
                        SessionRow.instant(row, "created_at"),
                        SessionRow.instant(row, "last_seen_at")))
                .list();
    }

    /** Those who are signed in at a care provider now, the latest seen first; at most 100. */
    public List<Present> presentAt(CareProviderId careProvider) {
        return database.sql("""
                        select s.staff_id, m.listed_name as name, m.profession, count(*) as places, max(s.last_seen_at) as last_seen_at
                        from access.session s join organisation.staff m on m.id = s.staff_id
                        where s.care_provider_id = :provider and s.revoked_at is null
                          and s.last_seen_at > :idle and s.created_at > :oldest
                        group by s.staff_id, m.listed_name, m.profession
                        order by max(s.last_seen_at) desc, s.staff_id limit :most""")
                .param("provider", careProvider.value())
                .param("idle", now().minus(settings.idleTimeout()))
                .param("oldest", now().minus(settings.lifetime()))
                .param("most", MOST)
                .query((row, n) -> new Present(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getString("name"),
                        row.getString("profession"),
                        row.getInt("places"),
                        SessionRow.instant(row, "last_seen_at")))
                .list();
    }

    /** @return false for one that is not theirs, or is over */
    public boolean end(StaffId staff, SessionId session) {
        Optional<SessionId> own = of(staff).stream()
                .map(SignedInRow::session)
                .filter(session::equals)
                .findFirst();
        own.ifPresent(one -> sessions.end(one, "signed-out"));
        return own.isPresent();
    }

    /** Also those that have timed out: the screens that they left behind fall silent. */
    @Transactional
    public int endAll(StaffId staff) {
        return endThose("staff_id = :staff", staff, null, "signed-out");
    }

    /** Everywhere, because nobody is to go on under this row of the register. */
    @Transactional
    public int endRevoked(StaffId staff) {
        return endThose("staff_id = :staff", staff, null, "revoked");
    }

    /** By an administrator, and therefore only those at their own care provider. */
    @Transactional
    public int endAt(CareProviderId careProvider, StaffId staff) {
        return endThose("staff_id = :staff and care_provider_id = :provider", staff, careProvider, "revoked");
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private int endThose(String which, StaffId staff, @Nullable CareProviderId provider, String why) {
        sessions.takeTurns(staff);
        List<UUID> open = database.sql("select id from access.session where revoked_at is null and " + which)
                .param("staff", staff.value())
                .param("provider", provider == null ? null : provider.value())
                .query(UUID.class)
                .list();
        open.forEach(id -> sessions.end(new SessionId(id), why));
        return open.size();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
