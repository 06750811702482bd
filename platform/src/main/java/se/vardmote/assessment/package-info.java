/**
 * Assessment calls: a care worker with a patient knocks, a licensed professional on duty judges whether video fits,
 * and lets in or answers with another way (Vellinge kommun, rutin för digitala bedömningssamtal).
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "retention",
            "organisation",
            "organisation :: settings",
            "organisation :: leaving",
            "organisation :: readiness",
            "access",
            "access :: grounds",
            "notifications",
            "ui",
            "media",
            "clients",
            "meetings",
            "journal"
        })
@NullMarked
package se.vardmote.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
