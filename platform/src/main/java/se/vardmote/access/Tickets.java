package se.vardmote.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/**
 * One-time tickets for the socket, 30 seconds each. A socket carries no form token and its opening can be asked for by
 * any page, so the first message must show something that only our own page could fetch.
 */
@Component
public class Tickets {
    private static final Duration LIFE = Duration.ofSeconds(30);
    private final JdbcClient database;
    private final Sessions sessions;
    private final Clock clock;

    public Tickets(JdbcClient database, Sessions sessions, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    public String issue(Seated seated) {
        return insert(
                seated.careProvider(),
                null,
                null,
                seated.seat().value(),
                seated.unit().value());
    }

    /** The caller has made sure that {@code staff} may take part in {@code meeting}. */
    public String issue(StaffMember staff, MeetingId meeting) {
        return insert(staff.careProvider(), staff.session().value(), meeting.value(), null, null);
    }

    /** Empty for one that is unknown, used, or older than 30 s, or whose session has ended. */
    public Optional<TicketSubject> redeem(String ticket) {
        return Token.parse(ticket).flatMap(token -> database.sql("""
                        delete from access.ticket where token_hash = :token
                        returning care_provider_id, session_id, meeting_id, seat_id, retention_unit_id,
                          expires_at > :now as valid""")
                .param("token", token.hash())
                .param("now", now())
                .query(Row.class)
                .optional()
                .filter(Row::valid)
                .flatMap(this::subject));
    }

    record Row(
            UUID careProviderId,
            @Nullable UUID sessionId,
            @Nullable UUID meetingId,
            @Nullable UUID seatId,
            @Nullable UUID retentionUnitId,
            boolean valid) {}

    private Optional<TicketSubject> subject(Row row) {
        if (row.seatId() != null && row.retentionUnitId() != null) {
            return Optional.of(new TicketSubject.ForSeat(new Seated(
                    new SeatId(row.seatId()),
                    new RetentionUnitId(row.retentionUnitId()),
                    new CareProviderId(row.careProviderId()))));
        }
        if (row.sessionId() == null || row.meetingId() == null) return Optional.empty();
        var meeting = new MeetingId(row.meetingId());
        return sessions.stillSignedIn(new SessionId(row.sessionId()))
                .map(staff -> new TicketSubject.ForStaff(staff, meeting));
    }

    private String insert(
            CareProviderId provider,
            @Nullable UUID session,
            @Nullable UUID meeting,
            @Nullable UUID seat,
            @Nullable UUID retentionUnit) {
        Token token = Token.fresh();
        database.sql("""
                        insert into access.ticket (token_hash, care_provider_id, session_id, meeting_id, seat_id,
                          retention_unit_id, expires_at)
                        values (:token, :provider, :session, :meeting, :seat, :unit, :expires)""")
                .param("token", token.hash())
                .param("provider", provider.value())
                .param("session", session)
                .param("meeting", meeting)
                .param("seat", seat)
                .param("unit", retentionUnit)
                .param("expires", now().plus(LIFE))
                .update();
        return token.text();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
