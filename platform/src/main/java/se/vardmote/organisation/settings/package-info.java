/**
 * What a unit decides, inherited from the unit that it is a part of. This package has the mechanism; which settings there are,
 * what each may hold and what follows from it, the modules say ({@link DefinesSettings}).
 */
@NamedInterface("settings")
@NullMarked
package se.vardmote.organisation.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
