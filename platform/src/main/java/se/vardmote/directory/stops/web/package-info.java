/** The page on which planned stops are announced. */
@NullMarked
package se.vardmote.directory.stops.web;

import org.jspecify.annotations.NullMarked;
