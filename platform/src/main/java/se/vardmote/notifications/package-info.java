/**
 * Sends text messages and e-mail, and knows how far each has come. It knows no meeting and no patient: what is to be sent, and to
 * whom, is given to it, kept encrypted until it has been handed on, and then forgotten.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "platform"})
@NullMarked
package se.vardmote.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
