/** The duty table: who answers knocks from where, when. */
@NamedInterface("duty")
@NullMarked
package se.vardmote.assessment.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
