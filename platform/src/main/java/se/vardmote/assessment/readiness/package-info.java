/** What units lack before assessment calls can rely on them, one rule a class. */
@NullMarked
package se.vardmote.assessment.readiness;

import org.jspecify.annotations.NullMarked;
