/** Pages about calls that are agreed on. */
@NullMarked
package se.vardmote.assessment.planned.web;

import org.jspecify.annotations.NullMarked;
