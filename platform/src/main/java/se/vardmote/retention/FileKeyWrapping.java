package se.vardmote.retention;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.vardmote.platform.SecretFiles;
import se.vardmote.vocabulary.CareProviderId;

/** Keys in files, {@code secrets/key-encryption-<care provider>}: 256 bits each, AES-GCM. */
final class FileKeyWrapping implements KeyWrapping {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final SecretFiles secrets;
    private final Map<CareProviderId, Key> keys = new ConcurrentHashMap<>();

    FileKeyWrapping(SecretFiles secrets) {
        this.secrets = secrets;
    }

    private record Key(String id, Aead aead) {}

    @Override
    public String keyId(CareProviderId careProvider) {
        return key(careProvider).id();
    }

    @Override
    public byte[] wrap(CareProviderId careProvider, byte[] dataKey, byte[] context) throws GeneralSecurityException {
        return key(careProvider).aead().encrypt(dataKey, context);
    }

    @Override
    public byte[] unwrap(CareProviderId careProvider, byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return key(careProvider).aead().decrypt(wrapped, context);
    }

    private Key key(CareProviderId careProvider) {
        return keys.computeIfAbsent(careProvider, this::read);
    }

    private Key read(CareProviderId careProvider) {
        byte[] secret = secrets.secret("key-encryption-" + careProvider, KEY_BYTES);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("name of a key encryption key".getBytes(StandardCharsets.UTF_8));
            return new Key(HexFormat.of().formatHex(digest.digest(secret), 0, ID_BYTES), new AesGcmJce(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of a care provider is not 256 bits long", e);
        }
    }
}
