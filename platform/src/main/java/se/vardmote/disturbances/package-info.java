/**
 * What does not work for those who try: reported with a picture of the technique and nothing of persons, ranked by how
 * often it happens, and followed until somebody has found what helps (R3-20, R3-21).
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
            "assessment"
        })
@NullMarked
package se.vardmote.disturbances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
