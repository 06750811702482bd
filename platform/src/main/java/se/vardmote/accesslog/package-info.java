/**
 * What the access log is for: the head of a unit reviews what its staff have read (patientdatalagen 4:3), and a patient
 * is told which units have read and when (8:5).
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "retention",
            "organisation",
            "organisation :: settings",
            "access",
            "access :: grounds",
            "ui",
            "clients",
            "assessment",
            "assessment :: duty"
        })
@NullMarked
package se.vardmote.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
