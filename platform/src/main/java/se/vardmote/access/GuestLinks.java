package se.vardmote.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.GuestLinkId;

/**
 * Links by which patients and relatives come to a meeting. A link may be sent more than once, each time with another secret beside
 * the earlier: whoever finds the first message late comes in as well. Revoking ends them all.
 */
@Component
public class GuestLinks {
    /** So long a browser that has opened one may take to identify itself. */
    public static final Duration VISIT = Duration.ofHours(2);

    /** Longer than anything is planned ahead; a meeting that is over ends them before. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient database;
    private final Clock clock;

    public GuestLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A link to a meeting; it has no secret until one is {@link #issue}d. */
    public GuestLinkId create(CareProviderId careProvider, String purpose, UUID subject, GuestRole role) {
        GuestLinkId id = GuestLinkId.next();
        database.sql("""
                        insert into access.guest_link (id, care_provider_id, purpose, subject_id, role, created_at, expires_at)
                        values (:id, :provider, :purpose, :subject, :role, :now, :expires)""")
                .param("id", id.value())
                .param("provider", careProvider.value())
                .param("purpose", purpose)
                .param("subject", subject)
                .param("role", role.name())
                .param("now", now())
                .param("expires", now().plus(KEPT))
                .update();
        return id;
    }

    /** Another secret; empty when the link is revoked. */
    public Optional<LinkToken> issue(GuestLinkId link) {
        LinkToken token = LinkToken.fresh();
        boolean kept = database.sql("""
                        insert into access.guest_secret (token_hash, link_id, care_provider_id, created_at)
                        select :token, id, care_provider_id, :now from access.guest_link
                        where id = :link and revoked_at is null""")
                        .param("token", token.hash())
                        .param("link", link.value())
                        .param("now", now())
                        .update()
                == 1;
        return kept ? Optional.of(token) : Optional.empty();
    }

    /** Nobody comes by it any longer, nor goes on where they have come. Again does nothing. */
    public void revoke(GuestLinkId link) {
        database.sql("update access.guest_link set revoked_at = ? where id = ? and revoked_at is null")
                .params(now(), link.value())
                .update();
    }

    /** What a secret is for; asking uses nothing up. */
    public Optional<GuestInvitation> opens(LinkToken token) {
        return database.sql("""
                        select l.* from access.guest_secret s join access.guest_link l on l.id = s.link_id
                        where s.token_hash = :token and l.revoked_at is null and l.expires_at > :now""")
                .param("token", token.hash())
                .param("now", now())
                .query((row, n) -> invitation(row))
                .optional();
    }

    /** A browser goes on with it. @return what it keeps in its cookie */
    public Token visit(GuestInvitation invitation) {
        Token token = Token.fresh();
        database.sql("""
                        insert into access.guest_visit (id, token_hash, link_id, care_provider_id, expires_at)
                        values (gen_random_uuid(), :token, :link, :provider, :expires)""")
                .param("token", token.hash())
                .param("link", invitation.id().value())
                .param("provider", invitation.careProvider().value())
                .param("expires", now().plus(VISIT))
                .update();
        return token;
    }

    /** Whose browser this is, while its link lives. @param tokenHash of {@code __Host-guest} */
    public Optional<GuestVisitor> holderOf(byte[] tokenHash) {
        return database.sql("""
                        select v.id as visit_id, l.* from access.guest_visit v join access.guest_link l on l.id = v.link_id
                        where v.token_hash = :token and v.expires_at > :now and l.revoked_at is null and l.expires_at > :now""")
                .param("token", tokenHash)
                .param("now", now())
                .query((row, n) ->
                        new GuestVisitor(new GuestVisitId(row.getObject("visit_id", UUID.class)), invitation(row)))
                .optional();
    }

    /** They have a seat now, or must begin again. */
    public void leave(GuestVisitId visit) {
        database.sql("delete from access.guest_visit where id = ?")
                .params(visit.value())
                .update();
    }

    private static GuestInvitation invitation(ResultSet row) throws SQLException {
        return new GuestInvitation(
                new GuestLinkId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                row.getString("purpose"),
                row.getObject("subject_id", UUID.class),
                GuestRole.valueOf(row.getString("role")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
