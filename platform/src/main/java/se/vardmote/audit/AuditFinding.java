package se.vardmote.audit;

import java.time.Instant;

/** Something in the log that is not as it was sealed. */
public sealed interface AuditFinding {

    /** Rows sealed in this block have been changed. */
    record EventsChanged(long block, Instant sealedAt) implements AuditFinding {}

    /** Rows sealed in this block are gone. */
    record EventsRemoved(long block, Instant sealedAt, long missing) implements AuditFinding {}

    /** Rows have been put among those sealed in this block. */
    record EventsInserted(long block, Instant sealedAt, long tooMany) implements AuditFinding {}

    /** Rows have been put where no block will ever speak for them. */
    record EventsOutsideTheChain(long events) implements AuditFinding {}

    /** The block itself has been changed. */
    record BlockChanged(long block) implements AuditFinding {}

    /** Blocks are missing: this one does not follow the one before. */
    record ChainBroken(long block) implements AuditFinding {}

    /** A head kept outside the database names a block that is gone or another one now. */
    record HeadNotInChain(long block, Instant sealedAt) implements AuditFinding {}
}
