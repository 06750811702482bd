/** Adapters to systems outside, each in a package of its own. */
@ApplicationModule(allowedDependencies = {"vocabulary", "platform", "audit", "organisation", "clients"})
@NullMarked
package se.vardmote.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
