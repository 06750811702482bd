package se.vardmote.access;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.Identifier;

/**
 * May this actor open this thing? Asks the module that owns it; what no module answers for is refused. The rights table
 * says who may use a route at all, this says whose patients.
 */
@Component
public class CareAccess {
    private final ObjectProvider<CareRelations<?>> relations;

    public CareAccess(ObjectProvider<CareRelations<?>> relations) {
        this.relations = relations;
    }

    /** @throws ProblemException {@link AccessProblem.NoRelation} when there is none */
    public <I extends Identifier> Relation require(Actor actor, I thing) {
        return between(actor, thing).orElseThrow(() -> new ProblemException(new AccessProblem.NoRelation()));
    }

    public <I extends Identifier> Optional<Relation> between(Actor actor, I thing) {
        return relations.stream()
                .filter(port -> port.about().isInstance(thing))
                .flatMap(port -> ask(port, actor, thing).stream())
                .findFirst();
    }

    private static <I extends Identifier> Optional<Relation> ask(CareRelations<I> port, Actor actor, Identifier thing) {
        return port.between(actor, port.about().cast(thing));
    }
}
