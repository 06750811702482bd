package se.vardmote.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * Sessions that have timed out, for some hours: a nurse who was called away is still to hear that somebody waits. One that was
 * ended by anybody, or whose commission has ended since, opens nothing.
 */
@Component
public class Lookouts {
    /** After the time-out; a shift is over by then. */
    public static final Duration KEPT = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Sessions sessions;
    private final SignInSettings settings;
    private final Clock clock;

    public Lookouts(
            JdbcClient jdbc, Organisation organisation, Sessions sessions, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose session timed out under this token, as {@link Token#hash()}; empty while it lasts. */
    public Optional<Lookout> of(byte[] tokenHash) {
        Instant idle = clock.instant().minus(settings.idleTimeout());
        Instant oldest = clock.instant().minus(settings.lifetime());
        return jdbc.sql("""
                        select staff_id, care_provider_id from access.session
                        where token_hash = :token and commission_id is not null and revoked_at is null
                          and (last_seen_at <= :idle or created_at <= :oldest)
                          and last_seen_at > :longIdle and created_at > :tooOld""")
                .param("token", tokenHash)
                .param("idle", at(idle))
                .param("oldest", at(oldest))
                .param("longIdle", at(idle.minus(KEPT)))
                .param("tooOld", at(oldest.minus(KEPT)))
                .query((row, n) -> lookout(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class))))
                .optional()
                .filter(lookout -> !lookout.units().isEmpty());
    }

    private Lookout lookout(StaffId staff, CareProviderId careProvider) {
        List<AtWork> work = organisation.atWorkOf(Set.of(staff), sessions.today());
        Set<CareUnitId> units = work.stream()
                .filter(at -> at.commission().isForCare() && at.staff().licensed() && at.mayMeet())
                .filter(at -> at.unit().careProvider().equals(careProvider))
                .map(at -> at.unit().id())
                .collect(Collectors.toSet());
        return new Lookout(careProvider, units);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
