/** The administrator's page of devices. Shown by {@code access}, which knows who administers. */
@NamedInterface("web")
@NullMarked
package se.vardmote.organisation.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
