/** The duty table: who answers knocks from where, when. */
@NullMarked
package se.vardmote.assessment.duty;

import org.jspecify.annotations.NullMarked;
