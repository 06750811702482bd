package se.vardmote.assessment;

import org.springframework.stereotype.Component;
import se.vardmote.access.Commissions;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DropInId;

/** Under which of their commissions somebody may answer one who waits: at the receiving unit, or where cover was sought. */
@Component
public class Answering {
    private final History history;
    private final Escalations escalations;
    private final Commissions commissions;

    public Answering(History history, Escalations escalations, Commissions commissions) {
        this.history = history;
        this.escalations = escalations;
        this.commissions = commissions;
    }

    /** The same person in the commission that holds for this drop-in; as signed in when none does, to be refused. */
    public StaffMember under(StaffMember staff, DropInId id) {
        return history.find(staff.careProvider(), id).stream()
                .flatMap(call ->
                        commissions.of(staff).stream().filter(post -> mayAnswer(post, call.receivingUnit(), id)))
                .findFirst()
                .orElse(staff);
    }

    /** Of a drop-in at their care provider. */
    boolean mayAnswer(StaffMember post, CareUnitId receiving, DropInId id) {
        return receiving.equals(post.unit()) || escalations.covers(post.unit(), id);
    }
}
