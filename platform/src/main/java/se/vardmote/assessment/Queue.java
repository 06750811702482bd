package se.vardmote.assessment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.WaitingPlaces;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.RetentionUnitId;

/** What the one who waits is told: the place in turn, the unit's number, or the answer. */
@Component
class Queue implements WaitingPlaces {
    private final DropIns dropIns;
    private final Organisation organisation;

    Queue(DropIns dropIns, Organisation organisation) {
        this.dropIns = dropIns;
        this.organisation = organisation;
    }

    @Override
    public Optional<WaitingPlace> about(RetentionUnitId conversation) {
        return dropIns.of(conversation).map(dropIn -> {
            CareUnit unit = organisation.unit(dropIn.receivingUnit()).orElseThrow();
            boolean waits = dropIn.state() == DropIn.State.WAITING;
            return new WaitingPlace(
                    waits ? dropIns.placeOf(dropIn) : 0,
                    dropIn.knockedAt(),
                    dropIn.reason(),
                    unit.name(),
                    unit.phone().e164(),
                    refusal(dropIn.judgement()));
        });
    }

    private static @Nullable Refusal refusal(DropIn.@Nullable Judgement judgement) {
        if (judgement == null || judgement.outcome() == DropIn.Outcome.DIGITAL) return null;
        return new Refusal(
                judgement.outcome().name(),
                judgement.reasonCode() == null ? "" : judgement.reasonCode(),
                judgement.message(),
                judgement.byName());
    }
}
