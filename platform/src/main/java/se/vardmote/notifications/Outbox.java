package se.vardmote.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.notifications.Carrier.Receipt;
import se.vardmote.vocabulary.NoticeId;

/**
 * Hands on what waits, oldest first. A node takes a notice for as long as an answer may last; if it dies meanwhile another one
 * takes it anew, so that a notice may come twice but is not lost. What has been taken, or never will be, is forgotten at once.
 */
@Component
class Outbox {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    /** Longer than a carrier is waited for. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration STATE_KEPT = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final List<Carrier> carriers;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Sealed sealed, List<Carrier> carriers, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.carriers = carriers;
        this.clock = clock;
    }

    private record Taken(NoticeId id, Channel channel, byte[] to, byte[] subject, byte[] text, int attempts) {}

    /** Everything that is due; then what nobody carried in time. */
    void empty() {
        while (step()) {
            // The next one.
        }
        Instant now = clock.instant();
        int late = jdbc.sql(FORGET.formatted("FAILED", "state = 'WAITING' and expires_at <= :now"))
                .param("now", utc(now))
                .update();
        if (late > 0) log.warn("{} notices were carried by nobody in time", late);
    }

    /** @return whether there may be more that is due */
    boolean step() {
        Optional<Taken> next = take(clock.instant());
        next.ifPresent(this::carry);
        return next.isPresent();
    }

    void tidy() {
        jdbc.sql("delete from notifications.notice where state <> 'WAITING' and stands_since < ?")
                .params(utc(clock.instant().minus(STATE_KEPT)))
                .update();
    }

    private Optional<Taken> take(Instant now) {
        return jdbc.sql("""
                        update notifications.notice set attempts = attempts + 1, next_attempt_at = :taken
                        where id = (select id from notifications.notice
                            where state = 'WAITING' and next_attempt_at <= :now and expires_at > :now
                            order by next_attempt_at, id limit 1 for update skip locked)
                        returning id, channel, to_sealed, subject_sealed, text_sealed, attempts""")
                .param("taken", utc(now.plus(TAKEN_FOR)))
                .param("now", utc(now))
                .query((row, i) -> new Taken(
                        new NoticeId(row.getObject("id", UUID.class)),
                        Channel.valueOf(row.getString("channel")),
                        row.getBytes("to_sealed"),
                        row.getBytes("subject_sealed"),
                        row.getBytes("text_sealed"),
                        row.getInt("attempts")))
                .optional();
    }

    private void carry(Taken notice) {
        Receipt receipt = carriers.stream()
                .filter(carrier -> carrier.channel() == notice.channel())
                .findFirst()
                .map(carrier -> carrier.carry(
                        notice.id().toString(),
                        Recipient.of(notice.channel(), sealed.open(notice.id(), "to", notice.to())),
                        sealed.open(notice.id(), "subject", notice.subject()),
                        sealed.open(notice.id(), "text", notice.text())))
                .orElse(Receipt.LATER);
        switch (receipt) {
            case TAKEN -> settle(notice.id(), Delivery.State.SENT);
            case REFUSED -> settle(notice.id(), Delivery.State.FAILED);
            case LATER -> later(notice);
        }
    }

    private static final String FORGET = """
            update notifications.notice set state = '%s', stands_since = :now, to_sealed = null, subject_sealed = null,
                text_sealed = null
            where %s""";

    private void settle(NoticeId id, Delivery.State state) {
        jdbc.sql(FORGET.formatted(state, "id = :id and state = 'WAITING'"))
                .param("now", utc(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private void later(Taken notice) {
        log.warn("A notice by {} was not taken, attempt {}", notice.channel(), notice.attempts());
        jdbc.sql("update notifications.notice set next_attempt_at = ? where id = ? and state = 'WAITING'")
                .params(
                        utc(clock.instant().plus(pause(notice.attempts()))),
                        notice.id().value())
                .update();
    }

    /** 2 s, 4 s, 8 s … a quarter of an hour. */
    static Duration pause(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
