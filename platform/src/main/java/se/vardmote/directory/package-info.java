/**
 * The administrators' directory: their care provider's units, staff, commissions and assignments, by page and by import, and by import its devices. Each
 * write is put on record before it is made, and nobody writes about themselves (ADR 10).
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "organisation",
            "organisation :: settings",
            "organisation :: leaving",
            "organisation :: stops",
            "organisation :: readiness",
            "organisation :: register",
            "organisation :: qualifications",
            "access",
            "access :: enrolment",
            "ui",
            "clients"
        })
@NullMarked
package se.vardmote.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
