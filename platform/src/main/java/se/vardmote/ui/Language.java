package se.vardmote.ui;

import java.util.Locale;

/** A language with a complete message file. Swedish unless the reader chose another. */
public enum Language {
    SV(Locale.of("sv", "SE")),
    EN(Locale.of("en", "GB"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code sv} or {@code en}: the page's {@code lang} and the ending of the message file. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The language of a tag; Swedish for one that we do not have. */
    public static Language of(String tag) {
        return EN.tag().equalsIgnoreCase(tag) ? EN : SV;
    }
}
