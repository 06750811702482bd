package se.vardmote.access.signin;

import se.vardmote.access.Token;

/**
 * A sign-in on its way to the identity provider.
 *
 * @param token goes to the browser as a cookie: only the browser that left may come back
 * @param location where to send it
 */
public record Started(Token token, String location) {}
