/**
 * The page frame, the words, the forms and the problem pages: everything that makes a page of ours look and speak like the
 * others. It renders what modules fill into their page records; it knows no care rule.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "retention",
            "organisation",
            "organisation :: stops",
            "access"
        })
@NullMarked
package se.vardmote.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
