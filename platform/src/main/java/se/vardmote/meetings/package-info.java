/**
 * A meeting and its life: who waits and who is in, the texts between them, their connections, and the end. It begins as
 * a conversation on a retention unit at the knock and becomes a meeting at admission; nothing is copied on the way.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "retention",
            "organisation",
            "organisation :: leaving",
            "access",
            "ui",
            "media",
            "clients"
        })
@NullMarked
package se.vardmote.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
