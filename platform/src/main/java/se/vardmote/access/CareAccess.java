package se.vardmote.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.Identifier;

/**
 * May this actor open this thing? Asks the module that owns it; what no module answers for is refused. The rights table
 * says who may use a route at all, this says whose patients.
 */
@Component
public class CareAccess {
    private final ObjectProvider<CareRelations<?>> relations;
    private final AuditLog audit;
    private final Clock clock;

    public CareAccess(ObjectProvider<CareRelations<?>> relations, AuditLog audit, Clock clock) {
        this.relations = relations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks, and puts a refusal on record.
     *
     * @param objectType the audit log's word for the kind of thing, such as {@code meeting}
     * @throws ProblemException {@link AccessProblem.NoRelation} when there is none
     */
    public <I extends Identifier> Relation require(Actor actor, String objectType, I thing) {
        return between(actor, thing).orElseThrow(() -> {
            audit.record(AuditedActor.of(actor)
                    .on(AuditEvent.read(objectType, thing).refused("no-relation"))
                    .at(clock.instant()));
            return new ProblemException(new AccessProblem.NoRelation());
        });
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
