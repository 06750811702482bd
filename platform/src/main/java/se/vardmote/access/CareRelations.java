package se.vardmote.access;

import java.util.Optional;
import se.vardmote.vocabulary.Identifier;

/**
 * Port: the relations that one module knows between an actor and its things, such as a meeting. Implemented by the
 * modules that own the things; {@link CareAccess} asks.
 */
public interface CareRelations<I extends Identifier> {

    /** The kind of thing that this module knows. */
    Class<I> about();

    /** Why {@code actor} may open {@code thing}; empty when nothing says so, or when there is no such thing. */
    Optional<Relation> between(Actor actor, I thing);
}
