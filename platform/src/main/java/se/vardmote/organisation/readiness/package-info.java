/** Whether units are ready for calls: the port by which each module says what a unit lacks that it knows of. */
@NamedInterface("readiness")
@NullMarked
package se.vardmote.organisation.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
