/** Pages and addresses that span modules: the start page, the summons, goodbye, the signs of life. Nobody uses it. */
@ApplicationModule
@NullMarked
package se.vardmote.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
