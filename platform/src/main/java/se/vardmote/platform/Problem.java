package se.vardmote.platform;

import java.util.Map;

/**
 * A refusal that the caller can do something about, as a fact with values. Each module has one sealed type of these; one
 * place turns them into {@code problem+json} (RFC 9457) for programs and into a Swedish page for people.
 */
public interface Problem {

    /** Stable name, {@code module/what-is-wrong}: public API and key into the message files. */
    String slug();

    /** The HTTP status that fits: the domain does not use it, only the one place at the edge does. */
    default int status() {
        return 409;
    }

    /** Values that the text may need. Never a name, number, phone or token of a person unless the reader knows it. */
    default Map<String, Object> facts() {
        return Map.of();
    }
}
