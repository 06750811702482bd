/** How a shared tablet or phone becomes a device of a unit, and ceases to be one. */
@NamedInterface("enrolment")
@NullMarked
package se.vardmote.access.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
