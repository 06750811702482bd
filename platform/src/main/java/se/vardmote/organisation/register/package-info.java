/**
 * How the register of units, staff, commissions and assignments is written and looked through, for {@code directory}, which
 * knows who may and puts it on record.
 */
@NamedInterface("register")
@NullMarked
package se.vardmote.organisation.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
