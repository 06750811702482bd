/**
 * Patients and clients as each care provider knows them. The only module that keeps identity numbers: all others name a
 * person by {@link se.vardmote.vocabulary.ClientId}.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "retention",
            "organisation",
            "access",
            "access :: grounds",
            "ui"
        })
@NullMarked
package se.vardmote.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
