package se.vardmote.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/**
 * The sessions of staff, one row each. Commission and unit are read from the register every time, so that a commission
 * that has ended lets nobody in a second longer.
 */
@Component
public class Sessions {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration SEEN_TO_THE = Duration.ofMinutes(1);
    private final JdbcClient database;
    private final Organisation organisation;
    private final News news;
    private final SignInSettings settings;
    private final Clock clock;

    public Sessions(JdbcClient database, Organisation organisation, News news, SignInSettings settings, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** As what somebody works while signed in. */
    public sealed interface Role {
        CareProviderId careProvider();

        /** In a commission, with the patients that it opens. */
        record InCommission(CommissionId commission, CareProviderId careProvider) implements Role {}

        /** With the system, and no patients. */
        record Administering(CareProviderId careProvider) implements Role {}
    }

    /** Begins a session under a new token: whatever the browser held before is worth nothing (session fixation). */
    public Token begin(StaffId staff, Role role, Assurance assurance) {
        Token token = Token.fresh();
        UUID commission = role instanceof Role.InCommission in ? in.commission().value() : null;
        database.sql("""
                        insert into access.session (id, token_hash, staff_id, care_provider_id, commission_id, assurance,
                          created_at, last_seen_at)
                        values (uuidv7(), :token, :staff, :provider, :commission, :assurance, :now, :now)""")
                .param("token", token.hash())
                .param("staff", staff.value())
                .param("provider", role.careProvider().value())
                .param("commission", commission)
                .param("assurance", assurance.name())
                .param("now", at(clock.instant()))
                .update();
        return token;
    }

    /** Who holds the token, a {@link StaffMember} or a {@link SystemAdministrator}; notes that they were seen. */
    public Optional<Actor> holderOf(byte[] tokenHash) {
        return live("token_hash", tokenHash).flatMap(row -> {
            touch(row);
            return actor(row);
        });
    }

    /** Who holds a session that something open (a socket, a stream) was begun under; empty when it must be closed. */
    public Optional<StaffMember> stillSignedIn(SessionId session) {
        return live("id", session.value())
                .flatMap(this::actor)
                .filter(StaffMember.class::isInstance)
                .map(StaffMember.class::cast);
    }

    /** Notes that somebody is there although no request says so, such as a professional on duty whose page listens. */
    public void seen(SessionId session) {
        live("id", session.value()).ifPresent(this::touch);
    }

    /** @param why a stable code: {@code signed-out}, {@code new-sign-in}, {@code revoked} */
    public void end(SessionId session, String why) {
        int ended = database.sql("""
                        update access.session set revoked_at = :now, revoked_why = :why
                        where id = :id and revoked_at is null""")
                .param("id", session.value())
                .param("why", why)
                .param("now", at(clock.instant()))
                .update();
        if (ended == 1) news.tell(AccessNews.SESSION_ENDED, session.toString());
    }

    /** The day in Sweden, by which commissions hold. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    private record Row(
            SessionId id,
            StaffId staff,
            CareProviderId careProvider,
            @Nullable CommissionId commission,
            Assurance assurance,
            Instant lastSeenAt) {}

    /** {@code column} is one of our own two words, never anything that came in. */
    private Optional<Row> live(String column, Object value) {
        Instant now = clock.instant();
        return database.sql("""
                        select id, staff_id, care_provider_id, commission_id, assurance, last_seen_at
                        from access.session
                        where %s = :value and revoked_at is null and last_seen_at > :idle and created_at > :oldest
                        """.formatted(column))
                .param("value", value)
                .param("idle", at(now.minus(settings.idleTimeout())))
                .param("oldest", at(now.minus(settings.lifetime())))
                .query((row, n) -> row(row))
                .optional();
    }

    private Optional<Actor> actor(Row row) {
        if (row.commission() == null) return administrator(row);
        return organisation
                .atWork(row.commission(), today())
                .filter(work ->
                        work.commission().isForCare() && work.staff().id().equals(row.staff()))
                .map(work -> staffMember(row, work));
    }

    private Optional<Actor> administrator(Row row) {
        boolean still = organisation.administeredBy(row.staff()).stream()
                .anyMatch(provider -> provider.id().equals(row.careProvider()));
        if (!still) return Optional.empty();
        return organisation
                .staff(row.staff())
                .map(staff -> new SystemAdministrator(
                        row.id(), staff.id(), staff.hsaId(), staff.name(), row.careProvider(), row.assurance()));
    }

    private static StaffMember staffMember(Row row, AtWork work) {
        Staff staff = work.staff();
        Commission commission = work.commission();
        return new StaffMember(
                row.id(),
                staff.id(),
                staff.hsaId(),
                staff.name(),
                staff.profession(),
                commission.id(),
                commission.careProvider(),
                work.unit().id(),
                work.unit().name(),
                row.assurance(),
                work.systemAdministrator());
    }

    private void touch(Row row) {
        Instant now = clock.instant();
        if (row.lastSeenAt().isAfter(now.minus(SEEN_TO_THE))) return;
        database.sql("update access.session set last_seen_at = :now where id = :id and last_seen_at < :now")
                .param("id", row.id().value())
                .param("now", at(now))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID commission = row.getObject("commission_id", UUID.class);
        return new Row(
                new SessionId(row.getObject("id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                commission == null ? null : new CommissionId(commission),
                Assurance.valueOf(row.getString("assurance")),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
