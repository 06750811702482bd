package se.vardmote.directory.web;

import org.jspecify.annotations.Nullable;

/**
 * Where a name is hidden.
 *
 * @param address of this page
 * @param back where one came from
 * @param name of the person, as the reader may see it; null for the reader
 * @param hidden whether it is so already
 */
public record HidingPage(
        String address, String back, @Nullable String name, boolean hidden) {

    /** The texts differ: the reader is spoken to, or spoken of. */
    public String key() {
        return name == null ? "hiding.own." : "hiding.";
    }
}
