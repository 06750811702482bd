/** Pages of pairing and of a refused sign-in. */
@NullMarked
package se.vardmote.access.web;

import org.jspecify.annotations.NullMarked;
