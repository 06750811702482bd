package se.vardmote.organisation.settings;

import org.jspecify.annotations.Nullable;

/**
 * Something that a unit may decide.
 *
 * @param key what its rows are called, for ever
 * @param section heading under which it is shown: text {@code settings.section.<section>}
 * @param label text {@code setting.<label>.label}, with {@code setting.<label>.hint} beside the field
 * @param subject key of a text that stands before the label, such as {@code reason.FALL}, or null
 * @param kind what it may hold
 * @param usual what holds where nobody has decided
 */
public record Setting<T>(
        String key, String section, String label, @Nullable String subject, Kind<T> kind, T usual) {

    public Setting(String key, String section, Kind<T> kind, T usual) {
        this(key, section, key, null, kind, usual);
    }

    /** The product's value, as it is kept. */
    String usualText() {
        return kind.written(usual);
    }
}
