/**
 * Trying the product from a real tablet on the local network: a certificate authority of its own, the one page that is
 * open to the network without encryption and says how to trust it, and the words for the terminal. What the network
 * then reaches by HTTPS is the product itself; the rest of this process stays on loopback.
 */
@NullMarked
package se.vardmote.training.lan;

import org.jspecify.annotations.NullMarked;
