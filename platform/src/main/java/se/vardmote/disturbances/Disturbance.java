package se.vardmote.disturbances;

import java.util.Arrays;
import java.util.Optional;

/**
 * A disturbance: what does not work, and why as far as the technique shows. Everybody with the same two has the same
 * disturbance, and what helps one helps the next.
 */
public record Disturbance(Kind kind, Cause cause) {

    /** What does not work, as the one who reports sees it. */
    public enum Kind {
        SOUND,
        PICTURE,
        CANNOT_GET_IN,
        SLOW,
        OTHER;

        public static Optional<Kind> of(String name) {
            return named(values(), name);
        }
    }

    /** What the technique shows. */
    public enum Cause {
        CAMERA_MISSING,
        CAMERA_BUSY,
        CAMERA_REFUSED,
        CAMERA_INSECURE,
        CAMERA_ENDED,
        MICROPHONE_MISSING,
        MICROPHONE_BUSY,
        MICROPHONE_REFUSED,
        MICROPHONE_INSECURE,
        MICROPHONE_ENDED,
        MEDIA_UNAVAILABLE,
        WEAK_CONNECTION,
        UNSUPPORTED_BROWSER,
        UNKNOWN;

        public static Optional<Cause> of(String name) {
            return named(values(), name);
        }
    }

    /** The nearest cause comes first: the own camera before the connection, that before the browser. */
    public static Disturbance of(Kind kind, Technique technique) {
        return new Disturbance(kind, device(kind, technique).orElseGet(() -> around(technique)));
    }

    private static Optional<Cause> device(Kind kind, Technique technique) {
        return switch (kind) {
            case PICTURE -> Cause.of("CAMERA_" + technique.camera().toUpperCase(java.util.Locale.ROOT));
            case SOUND -> Cause.of("MICROPHONE_" + technique.microphone().toUpperCase(java.util.Locale.ROOT));
            case CANNOT_GET_IN, SLOW, OTHER -> Optional.empty();
        };
    }

    private static Cause around(Technique technique) {
        if (technique.media().equals("unavailable")) return Cause.MEDIA_UNAVAILABLE;
        if (Technique.WEAK.contains(technique.connection())) return Cause.WEAK_CONNECTION;
        return technique.supported() ? Cause.UNKNOWN : Cause.UNSUPPORTED_BROWSER;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
