/**
 * What is kept only for a time: each retention unit has a data key of its own, in a second database, and when that key
 * goes all content of the unit is gone, from the backups too once theirs are a week old. See docs/design/retention.md.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "platform", "audit"})
@NullMarked
package se.vardmote.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
