/** The pages of closing a unit, and of leaving. */
@NullMarked
package se.vardmote.directory.leaving.web;

import org.jspecify.annotations.NullMarked;
