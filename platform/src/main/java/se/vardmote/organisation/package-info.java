/**
 * The register of who there is: care providers, their units, staff, commissions, system administrators, and the devices
 * enrolled at a unit, and what each unit has decided. What they may do is decided in {@code access}.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "platform"})
@NullMarked
package se.vardmote.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
