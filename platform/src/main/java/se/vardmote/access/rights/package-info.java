/** The rights table ({@code rights.txt}) and what reads it. What has no row is refused. */
@NullMarked
package se.vardmote.access.rights;

import org.jspecify.annotations.NullMarked;
