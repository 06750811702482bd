/**
 * Documentation: the duty to write after a call, the note that is signed, its versions and pictures, and whether it stands in the record system. Sees no
 * meeting: whoever opens a duty brings the text it begins with.
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
            "access",
            "ui",
            "clients"
        })
@NullMarked
package se.vardmote.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
