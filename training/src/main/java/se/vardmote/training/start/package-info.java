/** The start page of the training environment and the one-click links into each role. */
@NullMarked
package se.vardmote.training.start;

import org.jspecify.annotations.NullMarked;
