/** The training that digital meetings need: planned, completed, expired. */
@NamedInterface("qualifications")
@NullMarked
package se.vardmote.organisation.qualifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
