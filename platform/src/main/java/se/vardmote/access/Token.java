package se.vardmote.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** 256 random bits that somebody carries in a cookie or link. Only the hash is kept; {@code toString()} is silent. */
public final class Token {
    private static final int BYTES = 32;
    private static final int TEXT_LENGTH = 43;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] raw;

    private Token(byte[] raw) {
        this.raw = raw;
    }

    public static Token fresh() {
        byte[] raw = new byte[BYTES];
        RANDOM.nextBytes(raw);
        return new Token(raw);
    }

    /** Empty for anything that is not 32 bytes as base64url without padding. */
    public static Optional<Token> parse(String text) {
        if (text.length() != TEXT_LENGTH) return Optional.empty();
        try {
            // A last letter has bits to spare: of the four that say the same, one is ours.
            return Optional.of(new Token(Base64.getUrlDecoder().decode(text)))
                    .filter(token -> token.text().equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What the other side carries: 43 characters of base64url. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    /** What we keep: SHA-256 of the raw bytes. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Token[•••]";
    }
}
