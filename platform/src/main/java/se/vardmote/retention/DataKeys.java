package se.vardmote.retention;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;

/** The data keys in the database {@code keys}, wrapped there, and for a while in memory. */
final class DataKeys {
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient keys;
    private final KeyWrapping wrapping;
    private final KeyCache cache;

    DataKeys(JdbcClient keys, KeyWrapping wrapping, Clock clock) {
        this.keys = keys;
        this.wrapping = wrapping;
        this.cache = new KeyCache(clock);
    }

    private record Wrapped(CareProviderId careProvider, String keyId, byte[] bytes) {}

    void make(RetentionUnitId unit, CareProviderId careProvider) {
        String keyId = wrapping.keyId(careProvider);
        requireSameKeyAsEver(careProvider, keyId);
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            keys.sql("""
                    insert into data_key (unit_id, care_provider_id, key_id, wrapped)
                    values (:unit, :careProvider, :keyId, :wrapped)
                    """)
                    .param("unit", unit.value())
                    .param("careProvider", careProvider.value())
                    .param("keyId", keyId)
                    .param("wrapped", wrapping.wrap(careProvider, key, context(unit, careProvider)))
                    .update();
            cache.put(unit, new AesGcmJce(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key could not be wrapped", e);
        }
    }

    /** @throws ProblemException {@link RetentionProblem.Forgotten} or {@link RetentionProblem.WrongKey} */
    Aead of(RetentionUnitId unit) {
        return cache.get(unit).orElseGet(() -> {
            Aead key = unwrapped(unit);
            cache.put(unit, key);
            return key;
        });
    }

    void delete(Collection<RetentionUnitId> units) {
        keys.sql("delete from data_key where unit_id = any(:units)")
                .param("units", RetentionUnits.array(units))
                .update();
        units.forEach(cache::remove);
    }

    private Aead unwrapped(RetentionUnitId unit) {
        Wrapped wrapped = keys.sql("select care_provider_id, key_id, wrapped from data_key where unit_id = :unit")
                .param("unit", unit.value())
                .query((row, n) -> new Wrapped(
                        CareProviderId.of(row.getString("care_provider_id")),
                        row.getString("key_id"),
                        row.getBytes("wrapped")))
                .optional()
                .orElseThrow(() -> new ProblemException(new RetentionProblem.Forgotten(unit)));
        CareProviderId careProvider = wrapped.careProvider();
        if (!wrapping.keyId(careProvider).equals(wrapped.keyId())) {
            throw new ProblemException(new RetentionProblem.WrongKey(careProvider));
        }
        try {
            return new AesGcmJce(wrapping.unwrap(careProvider, wrapped.bytes(), context(unit, careProvider)));
        } catch (GeneralSecurityException changed) {
            throw new ProblemException(new RetentionProblem.WrongKey(careProvider));
        }
    }

    /** A secret that went missing would be made anew by whoever reads it; what it then wrapped would be lost later. */
    private void requireSameKeyAsEver(CareProviderId careProvider, String keyId) {
        keys.sql("""
                insert into key_encryption_key (care_provider_id, key_id) values (:careProvider, :keyId)
                on conflict do nothing
                """)
                .param("careProvider", careProvider.value())
                .param("keyId", keyId)
                .update();
        String first = keys.sql("select key_id from key_encryption_key where care_provider_id = :careProvider")
                .param("careProvider", careProvider.value())
                .query(String.class)
                .single();
        if (!first.equals(keyId)) {
            throw new ProblemException(new RetentionProblem.WrongKey(careProvider));
        }
    }

    private static byte[] context(RetentionUnitId unit, CareProviderId careProvider) {
        return ("data-key " + unit + " " + careProvider).getBytes(StandardCharsets.UTF_8);
    }
}
