package se.vardmote.access.codes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import se.vardmote.platform.SecretFiles;

/**
 * Makes and checks short codes. The secret half follows from a nonce by HMAC under a key outside the database: whoever
 * reads the table cannot type a code, and we can show one again without having kept it.
 */
@Component
public class ShortCodes {
    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SecretKeySpec key;

    public ShortCodes(SecretFiles secrets) {
        this.key = new SecretKeySpec(secrets.secret("short-codes", 32), "HmacSHA256");
    }

    public static String freshLocator() {
        return fresh(ShortCode.ALPHABET, ShortCode.LOCATOR);
    }

    /** The locator of a code of digits. */
    public static String freshDigits() {
        return fresh(DigitCode.ALPHABET, DigitCode.LOCATOR);
    }

    private static String fresh(String alphabet, int length) {
        var locator = new StringBuilder();
        for (int i = 0; i < length; i++) locator.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        return locator.toString();
    }

    public static byte[] freshNonce() {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** @param purpose keeps the codes of different tables apart */
    public ShortCode code(String purpose, String locator, byte[] nonce) {
        return new ShortCode(locator, secret(purpose, locator, nonce, ShortCode.ALPHABET, ShortCode.SECRET));
    }

    /** As above, in digits only. */
    public DigitCode digits(String purpose, String locator, byte[] nonce) {
        return new DigitCode(locator, secret(purpose, locator, nonce, DigitCode.ALPHABET, DigitCode.SECRET));
    }

    /** Six digits, all of them secret: what finds the row is known to whoever types them. */
    public String sixDigits(String purpose, byte[] nonce) {
        return secret(purpose, "", nonce, DigitCode.ALPHABET, DigitCode.LOCATOR + DigitCode.SECRET);
    }

    /** Compares in constant time. */
    public boolean fits(String typed, String purpose, byte[] nonce) {
        return same(sixDigits(purpose, nonce), typed);
    }

    private String secret(String purpose, String locator, byte[] nonce, String alphabet, int length) {
        byte[] digest = digest(purpose, locator, nonce);
        var secret = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // 32 bits each: the remainder favours no character by more than one in 10^8.
            long number = 0;
            for (byte b : Arrays.copyOfRange(digest, 4 * i, 4 * i + 4)) number = number << 8 | b & 0xff;
            secret.append(alphabet.charAt((int) (number % alphabet.length())));
        }
        return secret.toString();
    }

    /** Compares in constant time. */
    public boolean fits(ShortCode typed, String purpose, byte[] nonce) {
        return same(code(purpose, typed.locator(), nonce).secret(), typed.secret());
    }

    /** Compares in constant time. */
    public boolean fits(DigitCode typed, String purpose, byte[] nonce) {
        return same(digits(purpose, typed.locator(), nonce).secret(), typed.secret());
    }

    private static boolean same(String right, String typed) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    /** What the database knows of a place. */
    byte[] digest(Place place) {
        return digest("place", place.network(), new byte[0]);
    }

    private byte[] digest(String purpose, String locator, byte[] nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((purpose + ":" + locator + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(nonce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
