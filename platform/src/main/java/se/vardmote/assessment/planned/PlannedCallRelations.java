package se.vardmote.assessment.planned;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.PlannedCallId;

/** A planned call is open to whoever works, in a commission for care, at the unit whose professional has agreed on it. */
@Component
class PlannedCallRelations implements CareRelations<PlannedCallId> {
    private final PlannedCalls calls;

    PlannedCallRelations(PlannedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Class<PlannedCallId> about() {
        return PlannedCallId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, PlannedCallId thing) {
        if (!(actor instanceof StaffMember staff)) return Optional.empty();
        return calls.find(staff.careProvider(), thing)
                .filter(call -> call.receivingUnit().equals(staff.unit()))
                .map(call -> new Relation(
                        "commission-at-receiving-unit", call.careProvider(), call.receivingUnit(), call.client()));
    }
}
