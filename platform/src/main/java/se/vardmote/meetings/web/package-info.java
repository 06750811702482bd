/** The page that carries a call. */
@NullMarked
package se.vardmote.meetings.web;

import org.jspecify.annotations.NullMarked;
