/** "Redo för drift": what each unit lacks, by every module's rules, and the rules about staff. */
@NullMarked
package se.vardmote.directory.readiness;

import org.jspecify.annotations.NullMarked;
