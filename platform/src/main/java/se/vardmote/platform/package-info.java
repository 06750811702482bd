/**
 * Technique without care logic: the database and how it is started, migrated and reached, secrets on disk, news between
 * nodes, and the shape of a problem. Any module may use it; it uses nothing but {@code vocabulary}.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "vocabulary")
@NullMarked
package se.vardmote.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
