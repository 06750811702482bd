package se.vardmote.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.Assignments;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.AssignmentId;
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
    private final Assignments assignments;
    private final News news;
    private final SignInSettings settings;
    private final Clock clock;

    public Sessions(
            JdbcClient database,
            Organisation organisation,
            Assignments assignments,
            News news,
            SignInSettings settings,
            Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.assignments = assignments;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** As what somebody works while signed in. */
    public sealed interface Role {
        CareProviderId careProvider();

        /** In a commission, with the patients that it opens. */
        record InCommission(CommissionId commission, CareProviderId careProvider) implements Role {}

        /** Under an assignment in social services, with no health records. */
        record InAssignment(AssignmentId assignment, CareProviderId careProvider) implements Role {}

        /** With the system, and no patients. */
        record Administering(CareProviderId careProvider) implements Role {}

        /** As the row has it; null for the others. */
        default @Nullable UUID commissionOrNull() {
            return this instanceof InCommission in ? in.commission().value() : null;
        }

        /** As the row has it; null for the others. */
        default @Nullable UUID assignmentOrNull() {
            return this instanceof InAssignment in ? in.assignment().value() : null;
        }
    }

    /** As below, by the identity provider, in a browser that says nothing of itself. */
    public Token begin(StaffId staff, Role role, Assurance assurance) {
        return begin(staff, role, assurance, Occasion.UNKNOWN);
    }

    /** Begins a session under a new token: whatever the browser held before is worth nothing (session fixation). */
    public Token begin(StaffId staff, Role role, Assurance assurance, Occasion occasion) {
        Token token = Token.fresh();
        database.sql("""
                        insert into access.session (id, token_hash, staff_id, care_provider_id, commission_id, assignment_id,
                          assurance, way, browser, system, created_at, last_seen_at)
                        values (uuidv7(), :token, :staff, :provider, :commission, :assignment, :assurance, :way, :browser, :system,
                          :now, :now)""")
                .param("token", token.hash())
                .param("staff", staff.value())
                .param("provider", role.careProvider().value())
                .param("commission", role.commissionOrNull())
                .param("assignment", role.assignmentOrNull())
                .param("assurance", assurance.name())
                .param("way", occasion.way().name())
                .param("browser", occasion.browser())
                .param("system", occasion.system())
                .param("now", at(clock.instant()))
                .update();
        return token;
    }

    /** Who holds the token, a {@link SignedInPerson}; notes that they were seen. */
    public Optional<Actor> holderOf(byte[] tokenHash) {
        Optional<HeldSession> held = withToken(tokenHash);
        held.map(HeldSession::row).filter(this::notSeenLately).ifPresent(known -> seen(Set.of(known.id())));
        return held.flatMap(this::actor);
    }

    /** As {@link #holderOf}, for what a page asks for by itself: that is no sign of anybody sitting there. */
    public Optional<Actor> holderUnseen(byte[] tokenHash) {
        return withToken(tokenHash).flatMap(this::actor);
    }

    /** Who holds a session that something open (a socket, a stream) was begun under; empty when it must be closed. */
    public Optional<StaffMember> stillSignedIn(SessionId session) {
        return Optional.ofNullable(stillSignedIn(Set.of(session)).get(session));
    }

    /** The same for many at once, in two questions however many they are. */
    public Map<SessionId, StaffMember> stillSignedIn(Set<SessionId> sessions) {
        if (sessions.isEmpty()) return Map.of();
        List<SessionRow> rows = live("id = any(:value)", ids(sessions));
        Map<CommissionId, AtWork> work = organisation.atWork(
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.commission()))
                        .collect(Collectors.toSet()),
                today());
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.commission()).map(work::get).stream()
                        .filter(at -> isTheirs(row, at))
                        .map(at -> row.at(at)))
                .collect(Collectors.toMap(StaffMember::session, Function.identity()));
    }

    /** Which of them are signed in somewhere. */
    public Set<StaffId> signedIn(Collection<StaffId> staff) {
        UUID[] ids = staff.stream().map(StaffId::value).toArray(UUID[]::new);
        return live("staff_id = any(:value)", ids).stream()
                .map(SessionRow::staff)
                .collect(Collectors.toSet());
    }

    /** Why nobody is signed in any longer under a session that {@link #stillSignedIn} does not know. */
    public SessionOver whyOver(SessionId session) {
        return database.sql("select revoked_why, last_seen_at, created_at from access.session where id = :id")
                .param("id", session.value())
                .query((row, n) -> SessionOver.of(
                        row.getString("revoked_why"),
                        !SessionRow.instant(row, "last_seen_at").isAfter(idleSince())
                                || !SessionRow.instant(row, "created_at").isAfter(oldest())))
                .optional()
                .orElse(SessionOver.TIMED_OUT);
    }

    /**
     * Notes that somebody is there although no request of theirs says so: a professional on duty whose page answers, or
     * one in a call. A session that is over stays over.
     */
    public void seen(Set<SessionId> sessions) {
        if (sessions.isEmpty()) return;
        Instant now = clock.instant();
        database.sql("""
                        update access.session set last_seen_at = :now
                        where id = any(:ids) and revoked_at is null and created_at > :oldest
                          and last_seen_at > :idle and last_seen_at <= :lately""")
                .param("now", at(now))
                .param("ids", ids(sessions))
                .param("oldest", at(oldest()))
                .param("idle", at(idleSince()))
                .param("lately", at(now.minus(SEEN_TO_THE)))
                .update();
    }

    /** Whatever session a token stands for, timed out or not; {@code why} as below. */
    public void end(byte[] tokenHash, String why) {
        database.sql("select id from access.session where token_hash = :token and revoked_at is null")
                .param("token", tokenHash)
                .query(UUID.class)
                .optional()
                .ifPresent(id -> end(new SessionId(id), why));
    }

    /**
     * @param why a stable code: {@code signed-out}, {@code new-sign-in}, {@code switched}, {@code revoked}
     * @return false for one that was over already
     */
    public boolean end(SessionId session, String why) {
        int ended = database.sql("""
                        update access.session set revoked_at = :now, revoked_why = :why
                        where id = :id and revoked_at is null""")
                .param("id", session.value())
                .param("why", why)
                .param("now", at(clock.instant()))
                .update();
        if (ended == 1) news.tell(AccessNews.SESSION_ENDED, session.toString());
        return ended == 1;
    }

    /**
     * Until the transaction is over: whoever ends all sessions of a person, and whoever begins one out of another, sees what the
     * one before has done. Else a session that is switched again and again slips away from being ended.
     */
    void takeTurns(StaffId staff) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('access.session ' || :staff, 0))::text")
                .param("staff", staff.toString())
                .query(String.class)
                .list();
    }

    /** The day in Sweden, by which commissions hold. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    /** The session and who the register knows behind it, in one question: every request asks it. */
    private Optional<HeldSession> withToken(byte[] tokenHash) {
        return database.sql("""
                        select h.id, h.staff_id, h.care_provider_id, h.commission_id, h.assignment_id, h.assurance, h.way, h.last_seen_at,
                            p.id as p_id, p.hsa_id as p_hsa_id, p.listed_name as p_listed_name, p.profession as p_profession,
                            p.licensed as p_licensed,
                            exists (select from organisation.system_administrator m where m.staff_id = h.staff_id
                                and m.care_provider_id = h.care_provider_id) as administers_there,
                            w.*
                        from access.session h
                        join organisation.staff p on p.id = h.staff_id and not p.function_account
                        left join organisation.at_work(:today) w on w.c_id = h.commission_id
                        where h.token_hash = :token and h.revoked_at is null and h.last_seen_at > :idle and h.created_at > :oldest""")
                .param("token", tokenHash)
                .param("today", today())
                .param("idle", at(idleSince()))
                .param("oldest", at(oldest()))
                .query((row, n) -> HeldSession.read(row))
                .optional();
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private List<SessionRow> live(String which, Object value) {
        return database.sql("""
                        select id, staff_id, care_provider_id, commission_id, assignment_id, assurance, way, last_seen_at
                        from access.session
                        where %s and revoked_at is null and last_seen_at > :idle and created_at > :oldest
                          and not exists (select from organisation.staff s where s.id = staff_id and s.function_account)
                        """.formatted(which))
                .param("value", value)
                .param("idle", at(idleSince()))
                .param("oldest", at(oldest()))
                .query((row, n) -> SessionRow.read(row))
                .list();
    }

    private Optional<Actor> actor(HeldSession held) {
        SessionRow row = held.row();
        if (row.assignment() != null) return social(row, row.assignment());
        if (row.commission() == null) return held.administrator();
        return held.atWork().filter(work -> isTheirs(row, work)).map(row::at);
    }

    private Optional<Actor> social(SessionRow row, AssignmentId assignment) {
        return assignments
                .at(assignment, today())
                .filter(at -> at.staff().id().equals(row.staff()))
                .map(row::under);
    }

    private static boolean isTheirs(SessionRow row, AtWork work) {
        return work.commission().isForCare() && work.staff().id().equals(row.staff());
    }

    private boolean notSeenLately(SessionRow row) {
        return !row.lastSeenAt().isAfter(clock.instant().minus(SEEN_TO_THE));
    }

    private Instant idleSince() {
        return clock.instant().minus(settings.idleTimeout());
    }

    private Instant oldest() {
        return clock.instant().minus(settings.lifetime());
    }

    private static UUID[] ids(Set<SessionId> sessions) {
        return sessions.stream().map(SessionId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
