/** What units decide, changed by administrators: one at a time, or one thing for many, shown before it is done. */
@NullMarked
package se.vardmote.directory.settings;

import org.jspecify.annotations.NullMarked;
