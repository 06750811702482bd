/**
 * The right to hold digital meetings: professionals apply, administrators decide and revoke, heads of units give some days before
 * the training is complete and say which kinds of care suit (R0-58, R0-59, R2-20 to R2-22; ADR 14). Each decision is on record.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "organisation",
            "organisation :: qualifications",
            "organisation :: meetingright",
            "access",
            "ui",
            "journal"
        })
@NullMarked
package se.vardmote.meetingrights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
