/** From the card to a session: OpenID Connect with an outside identity provider, then the commission. */
@NullMarked
package se.vardmote.access.signin;

import org.jspecify.annotations.NullMarked;
