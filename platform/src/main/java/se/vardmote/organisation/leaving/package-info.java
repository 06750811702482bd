/**
 * What is open at a unit that is to close, or with somebody who is to leave: the port by which each module lists it, hands it over
 * or ends it, and what the register itself has open.
 */
@NamedInterface("leaving")
@NullMarked
package se.vardmote.organisation.leaving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
