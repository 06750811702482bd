package se.vardmote.meetings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the database keeps of a 256-bit random token: enough to recognise it, useless to somebody who reads the table. */
final class TokenHash {
    private TokenHash() {}

    static byte[] of(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
