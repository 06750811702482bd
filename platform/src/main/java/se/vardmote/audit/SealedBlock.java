package se.vardmote.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of {@code audit.block}: it speaks for the events of an era with lower ≤ transaction id < upper. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record SealedBlock(
        long number,
        int era,
        long lowerXact,
        long upperXact,
        Instant sealedAt,
        long events,
        byte[] contentHash,
        byte[] previousHash,
        byte[] hash) {

    static SealedBlock of(ResultSet row, int rowNumber) throws SQLException {
        return new SealedBlock(
                row.getLong("number"),
                row.getInt("era"),
                Long.parseUnsignedLong(row.getString("lower_xact")),
                Long.parseUnsignedLong(row.getString("upper_xact")),
                row.getTimestamp("sealed_at").toInstant(),
                row.getLong("events"),
                row.getBytes("content_hash"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"));
    }
}
