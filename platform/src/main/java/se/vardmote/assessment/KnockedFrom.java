package se.vardmote.assessment;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.ProtectedConversations;
import se.vardmote.meetings.WayToThePatient;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.RetentionUnitId;

/** What the knock says of the way to the patient (the care worker's number, and from where they came) and of protected identity. */
@Component
class KnockedFrom implements WayToThePatient, ProtectedConversations {
    private final DropIns dropIns;
    private final Organisation organisation;

    KnockedFrom(DropIns dropIns, Organisation organisation) {
        this.dropIns = dropIns;
        this.organisation = organisation;
    }

    @Override
    public Optional<Known> about(RetentionUnitId conversation) {
        return dropIns.of(conversation)
                .map(dropIn -> new Known(dropIn.typed().staffPhone().e164(), from(dropIn)));
    }

    @Override
    public boolean contains(RetentionUnitId conversation) {
        return dropIns.of(conversation).filter(DropIn::protectedIdentity).isPresent();
    }

    private String from(DropIn dropIn) {
        String unit = Optional.ofNullable(dropIn.fromUnit())
                .flatMap(organisation::unit)
                .map(CareUnit::name)
                .orElse("");
        return Stream.of(unit, Optional.ofNullable(dropIn.fromArea()).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
