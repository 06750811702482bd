package se.vardmote.access.signin;

import org.jspecify.annotations.Nullable;

/** What the browser brought back from the identity provider; an absent parameter is an empty string. */
public record Answer(String code, String state, @Nullable String error) {

    boolean cancelled() {
        return "access_denied".equals(error);
    }
}
