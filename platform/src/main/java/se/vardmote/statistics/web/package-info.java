/** Where a row is given the two answers that only people know. */
@NullMarked
package se.vardmote.statistics.web;

import org.jspecify.annotations.NullMarked;
