/** The page on which a note is written and signed. */
@NullMarked
package se.vardmote.journal.web;

import org.jspecify.annotations.NullMarked;
