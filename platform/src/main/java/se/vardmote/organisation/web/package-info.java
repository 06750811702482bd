/** The administrator's page of devices. */
@NullMarked
package se.vardmote.organisation.web;

import org.jspecify.annotations.NullMarked;
