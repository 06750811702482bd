package se.vardmote.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.Sessions.Role;

/**
 * Goes on in another commission without a new card: a new session under a new token, as old as the one before, which ends.
 * What was open under that one closes, for it was opened with other rights.
 */
@Component
public class SwitchedSessions {
    private final JdbcClient database;
    private final Sessions sessions;
    private final Clock clock;

    public SwitchedSessions(JdbcClient database, Sessions sessions, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Empty when the session before is over: who has been signed out everywhere goes on nowhere. */
    @Transactional
    public Optional<Token> to(SignedInPerson before, Role role) {
        sessions.takeTurns(before.staff());
        if (!sessions.end(before.session(), "switched")) return Optional.empty();
        Token token = Token.fresh();
        database.sql("""
                        insert into access.session (id, token_hash, staff_id, care_provider_id, commission_id, assignment_id,
                          assurance, way, browser, system, created_at, last_seen_at)
                        select uuidv7(), :token, staff_id, :provider, :commission, :assignment, assurance, way, browser, system,
                          created_at, :now
                        from access.session where id = :before""")
                .param("token", token.hash())
                .param("provider", role.careProvider().value())
                .param("commission", role.commissionOrNull())
                .param("assignment", role.assignmentOrNull())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("before", before.session().value())
                .update();
        return Optional.of(token);
    }
}
