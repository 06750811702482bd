package se.vardmote.assessment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.DropInId;

/**
 * Those who wait or have waited at a unit are open to whoever works there in a commission for care (R0-14), and to those
 * sought as cover.
 */
@Component
class DropInRelations implements CareRelations<DropInId> {
    private final History history;
    private final Answering answering;

    DropInRelations(History history, Answering answering) {
        this.history = history;
        this.answering = answering;
    }

    @Override
    public Class<DropInId> about() {
        return DropInId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, DropInId thing) {
        if (!(actor instanceof StaffMember staff)) return Optional.empty();
        return history.find(staff.careProvider(), thing)
                .filter(call -> answering.mayAnswer(staff, call.receivingUnit(), thing))
                .map(call -> new Relation(
                        call.receivingUnit().equals(staff.unit()) ? "commission-at-receiving-unit" : "sought-as-cover",
                        call.careProvider(),
                        call.receivingUnit(),
                        call.client()));
    }
}
