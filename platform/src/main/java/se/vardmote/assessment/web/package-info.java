/** Pages of the assessment calls: the knock, the code, and the professional's day. */
@NullMarked
package se.vardmote.assessment.web;

import org.jspecify.annotations.NullMarked;
