package se.vardmote.assessment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.DropInId;

/** Those who wait at a unit are open to whoever works there, or where cover has been sought, in a commission for care (R0-14). */
@Component
class DropInRelations implements CareRelations<DropInId> {
    private final DropIns dropIns;
    private final Answering answers;

    DropInRelations(DropIns dropIns, Answering answers) {
        this.dropIns = dropIns;
        this.answers = answers;
    }

    @Override
    public Class<DropInId> about() {
        return DropInId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, DropInId thing) {
        if (!(actor instanceof StaffMember staff)) return Optional.empty();
        return dropIns.find(staff.careProvider(), thing)
                .filter(dropIn -> answers.mayAnswer(staff, dropIn))
                .map(dropIn -> new Relation(
                        dropIn.receivingUnit().equals(staff.unit())
                                ? "commission-at-receiving-unit"
                                : "sought-as-cover",
                        dropIn.careProvider(),
                        dropIn.receivingUnit(),
                        dropIn.client()));
    }
}
