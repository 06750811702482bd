package se.vardmote.assessment;

import java.util.List;
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
    private final Escalations escalations;
    private final Organisation organisation;

    Queue(DropIns dropIns, Escalations escalations, Organisation organisation) {
        this.dropIns = dropIns;
        this.escalations = escalations;
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
                    unit.numberToRing().e164(),
                    waits ? steps(dropIn) : List.of(),
                    refusal(dropIn.judgement()));
        });
    }

    private List<Step> steps(DropIn dropIn) {
        return escalations.of(dropIn.id()).stream()
                .map(step -> new Step(
                        step.kind().name(),
                        organisation.unit(step.unit()).map(CareUnit::name).orElse(""),
                        step.at()))
                .toList();
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
