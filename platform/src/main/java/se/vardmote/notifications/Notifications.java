package se.vardmote.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.NoticeId;

/** Takes what is to be sent, with the transaction of whoever wants it sent, and tells how far it has come. */
@Component
public class Notifications {
    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final List<Carrier> carriers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            JdbcClient jdbc, Sealed sealed, List<Carrier> carriers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.carriers = carriers;
        this.events = events;
        this.clock = clock;
    }

    /** There is something to carry, once the transaction is over. */
    record Waiting(NoticeId notice) {}

    /** Whether anybody carries it. */
    public boolean offers(Channel channel) {
        return carriers.stream().anyMatch(carrier -> carrier.channel() == channel);
    }

    /**
     * Will be sent when the transaction is over, and again until somebody has taken it.
     *
     * @throws IllegalStateException when nobody carries what goes that way
     */
    public NoticeId send(Notice notice) {
        if (!offers(notice.to().channel()))
            throw new IllegalStateException("nobody carries " + notice.to().channel());
        NoticeId id = NoticeId.next();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into notifications.notice (id, care_provider_id, channel, to_sealed, subject_sealed, text_sealed,
                            state, stands_since, next_attempt_at, expires_at)
                        values (:id, :provider, :channel, :to, :subject, :text, 'WAITING', :now, :now, :until)""")
                .param("id", id.value())
                .param("provider", notice.careProvider().value())
                .param("channel", notice.to().channel().name())
                .param("to", sealed.close(id, "to", notice.to().address()))
                .param("subject", sealed.close(id, "subject", notice.subject()))
                .param("text", sealed.close(id, "text", notice.text()))
                .param("now", utc(now))
                .param("until", utc(notice.until()))
                .update();
        events.publishEvent(new Waiting(id));
        return id;
    }

    /** Of those that are known still: they are forgotten after some months. */
    public Map<NoticeId, Delivery> of(Collection<NoticeId> notices) {
        if (notices.isEmpty()) return Map.of();
        return jdbc
                .sql("select id, channel, state, stands_since from notifications.notice where id = any(?)")
                .params((Object) notices.stream().map(NoticeId::value).toArray(UUID[]::new))
                .query((row, i) -> Map.entry(new NoticeId(row.getObject("id", UUID.class)), delivery(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                Channel.valueOf(row.getString("channel")),
                Delivery.State.valueOf(row.getString("state")),
                row.getObject("stands_since", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
