package se.vardmote.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closes what has been written into blocks of a hash chain. Any number of nodes may try; one at a time seals. The work
 * is done by functions of the owner in the database, because the running role may not write blocks.
 */
public final class AuditSealer {
    /** Two years: the job that makes partitions may fail for long before anybody is kept from reading. */
    private static final int MONTHS_AHEAD = 24;

    private final JdbcClient audit;

    public AuditSealer(JdbcClient audit) {
        this.audit = audit;
    }

    /** Makes the partitions of the coming months. Called before the first event of a process, and daily. */
    public void prepare() {
        // The function returns nothing; a query needs a row to read.
        audit.sql("select audit.prepare(:months)::text")
                .param("months", MONTHS_AHEAD)
                .query(String.class)
                .list();
    }

    /** @return the new block's number; empty when there was nothing to seal or another node is sealing */
    public Optional<Long> seal() {
        return audit.sql("select number from audit.seal() number where number is not null")
                .query(Long.class)
                .optional();
    }

    /** How long the oldest event that no block speaks for has waited; a second or two is the sealer's rhythm. */
    public double secondsBehind() {
        return audit.sql("""
                select coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0) from audit.event
                where era = audit.current_era() and xact >= coalesce(
                    (select upper_xact from audit.block where era = audit.current_era() order by number desc limit 1),
                    '0'::xid8)
                """).query(Double.class).single();
    }

    /** The newest block, for the file outside the database. */
    public Optional<AuditHead> head() {
        return audit.sql("""
                select number, encode(hash, 'hex') hash, sealed_at from audit.block order by number desc limit 1
                """)
                .query((row, n) -> new AuditHead(
                        row.getLong("number"),
                        row.getString("hash"),
                        row.getTimestamp("sealed_at").toInstant()))
                .optional();
    }
}
