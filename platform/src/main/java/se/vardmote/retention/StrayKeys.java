package se.vardmote.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys that should not be there: of units whose opening was rolled back, and of forgotten units that an older backup of
 * {@code keys} has brought back.
 */
public final class StrayKeys {
    /** A transaction that opens a unit lasts seconds. */
    private static final Duration OPENING = Duration.ofDays(1);
    /** Twice as long as a backup of {@code keys} may live. */
    private static final Duration BACKUPS_LIVE = Duration.ofDays(14);

    private static final int BATCH = 1_000;

    private final JdbcClient main;
    private final JdbcClient keys;
    private final Clock clock;

    public StrayKeys(JdbcClient main, JdbcClient keys, Clock clock) {
        this.main = main;
        this.keys = keys;
        this.clock = clock;
    }

    /** Of what was forgotten lately; quick enough to be done at every start. How many keys were taken away. */
    public int removeThoseOfForgottenUnits() {
        List<UUID> forgotten = main.sql("select id from retention.unit where forgotten_at > ?")
                .param(now().minus(BACKUPS_LIVE))
                .query(UUID.class)
                .list();
        int removed = 0;
        for (int from = 0; from < forgotten.size(); from += BATCH) {
            removed += delete(forgotten.subList(from, Math.min(from + BATCH, forgotten.size())));
        }
        return removed;
    }

    /** Looks through all keys. How many were taken away. */
    public int remove() {
        int removed = 0;
        UUID last = new UUID(0, 0);
        for (List<UUID> batch = after(last); !batch.isEmpty(); batch = after(last)) {
            last = batch.getLast();
            removed += delete(withoutLivingUnit(batch));
        }
        return removed;
    }

    private List<UUID> after(UUID last) {
        return keys.sql("select unit_id from data_key where unit_id > ? and made_at < ? order by unit_id limit ?")
                .params(last, now().minus(OPENING), BATCH)
                .query(UUID.class)
                .list();
    }

    private List<UUID> withoutLivingUnit(List<UUID> some) {
        return main.sql("""
                select key from unnest(?::uuid[]) key where not exists (
                    select from retention.unit where id = key and forgotten_at is null)""").param(some.toArray(UUID[]::new)).query(UUID.class).list();
    }

    private int delete(List<UUID> units) {
        return keys.sql("delete from data_key where unit_id = any(?)")
                .param(units.toArray(UUID[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
