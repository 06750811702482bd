package se.vardmote.journal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Commissions;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.DutyId;

/** Whose call it was may write and read its note, at the unit where it was held; nobody else yet. */
@Component
class DutyRelations implements CareRelations<DutyId> {
    private final Duties duties;
    private final Commissions commissions;

    DutyRelations(Duties duties, Commissions commissions) {
        this.duties = duties;
        this.commissions = commissions;
    }

    @Override
    public Class<DutyId> about() {
        return DutyId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, DutyId thing) {
        if (!(actor instanceof StaffMember staff)) return Optional.empty();
        return duties.find(staff.careProvider(), thing)
                .filter(duty -> worksAt(staff, duty) && duty.staff().equals(staff.staff()))
                .map(duty -> new Relation("held-the-call", duty.careProvider(), duty.unit(), duty.client()));
    }

    /** Under whichever of their commissions they are signed in: the call may have come from another of their units. */
    private boolean worksAt(StaffMember staff, Duty duty) {
        return commissions.of(staff).stream().anyMatch(post -> post.unit().equals(duty.unit()));
    }
}
