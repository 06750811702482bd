/** Signing in with a card in this computer: the port of its own, what is asked of a certificate, and the way back. */
@NullMarked
package se.vardmote.access.card;

import org.jspecify.annotations.NullMarked;
