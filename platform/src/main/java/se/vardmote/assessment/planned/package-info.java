/** Calls that a licensed professional and whoever will be at the patient's have agreed on: planned, come to, missed. */
@NullMarked
package se.vardmote.assessment.planned;

import org.jspecify.annotations.NullMarked;
