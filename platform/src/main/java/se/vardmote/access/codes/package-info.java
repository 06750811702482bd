/** Short codes that people read aloud and type. */
@NullMarked
package se.vardmote.access.codes;

import org.jspecify.annotations.NullMarked;
