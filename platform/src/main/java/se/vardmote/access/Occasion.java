package se.vardmote.access;

import org.jspecify.annotations.Nullable;

/**
 * How somebody came in, for the list of their sign-ins.
 *
 * @param browser such as {@code chrome}, null for one that we do not know
 * @param system such as {@code windows}, null as well
 */
public record Occasion(
        WayIn way, @Nullable String browser, @Nullable String system) {

    /** By the identity provider, in a browser that said nothing. */
    public static final Occasion UNKNOWN = new Occasion(WayIn.PROVIDER, null, null);

    public Occasion by(WayIn other) {
        return new Occasion(other, browser, system);
    }
}
