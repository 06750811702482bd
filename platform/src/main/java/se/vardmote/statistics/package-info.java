/**
 * What care is followed up by: one row for each call that ended, was turned away or withdrawn, with neither persons nor
 * meetings in it (R0-7, R0-8). Listens to the modules' events and reads the little that it counts; nobody but pages uses
 * it.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "retention",
            "organisation",
            "access",
            "ui",
            "meetings",
            "journal",
            "assessment"
        })
@NullMarked
package se.vardmote.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
