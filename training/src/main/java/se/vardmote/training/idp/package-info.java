/** A test identity provider that stands in for the sign-in with SITHS cards. */
@NullMarked
package se.vardmote.training.idp;

import org.jspecify.annotations.NullMarked;
