package se.vardmote.platform;

import java.util.Locale;

/** What a database was created for. A row written at creation; {@code run} and {@code serve} refuse each other's. */
public enum Environment {
    TRAINING,
    PRODUCTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Environment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
