package se.vardmote.assessment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.DropInId;

/** Those who wait or have waited at a unit are open to whoever works there in a commission for care (R0-14). */
@Component
class DropInRelations implements CareRelations<DropInId> {
    private final History history;

    DropInRelations(History history) {
        this.history = history;
    }

    @Override
    public Class<DropInId> about() {
        return DropInId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, DropInId thing) {
        if (!(actor instanceof StaffMember staff)) return Optional.empty();
        return history.find(staff.careProvider(), thing)
                .filter(call -> call.receivingUnit().equals(staff.unit()))
                .map(call -> new Relation(
                        "commission-at-receiving-unit", call.careProvider(), call.receivingUnit(), call.client()));
    }
}
