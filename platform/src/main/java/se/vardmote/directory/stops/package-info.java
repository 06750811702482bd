/** Administrators announce planned stops. */
@NullMarked
package se.vardmote.directory.stops;

import org.jspecify.annotations.NullMarked;
