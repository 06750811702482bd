package se.vardmote.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * 128 random bits that stand in a link: half of a {@link Token}, so that the link fits into a text message and can be typed off a
 * letter. Only the hash is kept; {@code toString()} is silent.
 */
public final class LinkToken {
    private static final int BYTES = 16;
    private static final int TEXT_LENGTH = 22;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] raw;

    private LinkToken(byte[] raw) {
        this.raw = raw;
    }

    static LinkToken fresh() {
        byte[] raw = new byte[BYTES];
        RANDOM.nextBytes(raw);
        return new LinkToken(raw);
    }

    /** Empty for anything that is not 16 bytes as base64url without padding, written as we write them. */
    public static Optional<LinkToken> parse(String text) {
        if (text.length() != TEXT_LENGTH) return Optional.empty();
        try {
            return Optional.of(new LinkToken(Base64.getUrlDecoder().decode(text)))
                    .filter(token -> token.text().equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** 22 characters of base64url. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    /** SHA-256 of the raw bytes. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "LinkToken[•••]";
    }
}
