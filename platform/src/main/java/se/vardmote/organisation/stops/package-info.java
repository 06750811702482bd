/** Planned stops of what a care provider runs, announced to those whom they reach. */
@NamedInterface("stops")
@NullMarked
package se.vardmote.organisation.stops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
