/** A unit closes or somebody leaves: what is open is shown, handed over or ended, and nothing is left to nobody. */
@NullMarked
package se.vardmote.directory.leaving;

import org.jspecify.annotations.NullMarked;
