/**
 * The door: the chain of filters before every request, and the pages of signing in, pairing and devices. Nothing here
 * makes a container session.
 */
@NullMarked
package se.vardmote.access.web;

import org.jspecify.annotations.NullMarked;
