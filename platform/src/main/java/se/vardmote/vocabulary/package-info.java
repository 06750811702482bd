/**
 * The values that every module speaks with: identifiers, identity numbers, names, telephone numbers and the words of
 * care. Each is parsed once, at the edge, and is right from then on. No framework and no SQL in here.
 *
 * <p>What tells who somebody is ({@link se.vardmote.vocabulary.PersonId}, {@link se.vardmote.vocabulary.PersonName},
 * {@link se.vardmote.vocabulary.PhoneNumber}) keeps silent in {@code toString()}, so that it cannot reach a log line by
 * accident.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.vardmote.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
