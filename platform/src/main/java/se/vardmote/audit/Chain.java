package se.vardmote.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How events and blocks become hashes, said a second time: the database's own functions make the chain, and these,
 * which do not rely on them, check it.
 */
final class Chain {
    /** Every column of an event as text, in the order of {@code audit.canonical}. */
    static final String COLUMNS = """
            id::text, era::text, xact::text, (extract(epoch from recorded_at) * 1000000)::bigint::text,
            (extract(epoch from at) * 1000000)::bigint::text, actor_kind, actor_id::text, actor_name,
            commission_id::text, care_provider_id::text, care_unit_id::text, client_id::text, activity, action,
            object_type, object_id::text, outcome, ground
            """;

    /** Which of them is the transaction. */
    static final int XACT = 3;

    private static final int COLUMN_COUNT = 18;

    private Chain() {}

    /** The hash of one event after the other. What it needs is made once: made for each it would cost as much as the hash. */
    static final class EventHash {
        private static final byte[] NOTHING = {'-'};
        private final MessageDigest digest = sha256();
        private final ByteArrayOutputStream text = new ByteArrayOutputStream(1_024);
        private final Map<Integer, byte[]> lengths = new HashMap<>();

        byte[] of(ResultSet row) throws SQLException {
            text.reset();
            for (int column = 1; column <= COLUMN_COUNT; column++) {
                // All columns are text: these are its bytes as they came.
                byte[] value = row.getBytes(column);
                if (value == null) {
                    text.writeBytes(NOTHING);
                } else {
                    text.writeBytes(lengths.computeIfAbsent(value.length, length -> utf8(length + ":")));
                    text.writeBytes(value);
                }
            }
            digest.update(text.toByteArray());
            return digest.digest();
        }
    }

    static byte[] hashOfBlock(SealedBlock block, byte[] previousHash, byte[] contentHash) {
        MessageDigest digest = sha256();
        digest.update(previousHash);
        digest.update(contentHash);
        digest.update(utf8(framed(Long.toString(block.number()))
                + framed(Integer.toString(block.era()))
                + framed(Long.toUnsignedString(block.lowerXact()))
                + framed(Long.toUnsignedString(block.upperXact()))
                + framed(Long.toString(block.events()))));
        return digest.digest();
    }

    /** What the first block follows. */
    static byte[] beginning() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("Every Java has SHA-256", every);
        }
    }

    private static String framed(@Nullable String value) {
        return value == null ? "-" : utf8(value).length + ":" + value;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
