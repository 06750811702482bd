package se.vardmote.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Sound or picture. */
public enum TrackKind {
    AUDIO,
    VIDEO;

    /** As pages write it. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
