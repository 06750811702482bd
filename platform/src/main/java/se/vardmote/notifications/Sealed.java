package se.vardmote.notifications;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;
import se.vardmote.platform.SecretFiles;
import se.vardmote.vocabulary.NoticeId;

/**
 * Encrypts what waits to be sent under a key outside the database, {@code secrets/notifications}, bound to the notice and the field.
 * It is there for minutes; a key of its own for each would outlive it.
 */
@Component
class Sealed {
    private static final int KEY_BYTES = 32;
    private final Aead key;

    Sealed(SecretFiles secrets) {
        try {
            key = new AesGcmJce(secrets.secret("notifications", KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of notifications is not 256 bits long", e);
        }
    }

    byte[] close(NoticeId notice, String field, String text) {
        try {
            return key.encrypt(text.getBytes(StandardCharsets.UTF_8), context(notice, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A notice could not be encrypted", e);
        }
    }

    /** @throws IllegalStateException when it was closed for another place or under another key */
    String open(NoticeId notice, String field, byte[] closed) {
        try {
            return new String(key.decrypt(closed, context(notice, field)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A notice could not be decrypted", e);
        }
    }

    private static byte[] context(NoticeId notice, String field) {
        return ("notice " + notice + " " + field).getBytes(StandardCharsets.UTF_8);
    }
}
