/**
 * The log of who did what with whose data, refused attempts included (patientdatalagen 4:3, HSLF-FS 2016:40 chapter 4).
 * An event is written, on a connection of its own, before what it tells of is shown; nothing can be changed or removed
 * by the running role, and a sealed chain of hashes shows if somebody else did. See docs/design/audit.md.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "platform"})
@NullMarked
package se.vardmote.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
