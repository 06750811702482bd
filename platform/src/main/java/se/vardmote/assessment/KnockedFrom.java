package se.vardmote.assessment;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.AuditedActor;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.journal.Duties;
import se.vardmote.meetings.ProtectedConversations;
import se.vardmote.meetings.ProtectionOfPatients;
import se.vardmote.meetings.WayToThePatient;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.RetentionUnitId;

/** What the knock says of the way to the patient (the care worker's number, and from where they came) and of protected identity. */
@Component
class KnockedFrom implements WayToThePatient, ProtectedConversations, ProtectionOfPatients {
    private final DropIns dropIns;
    private final Duties duties;
    private final Clients clients;
    private final Protections protections;
    private final Organisation organisation;

    KnockedFrom(DropIns dropIns, Duties duties, Clients clients, Protections protections, Organisation organisation) {
        this.dropIns = dropIns;
        this.duties = duties;
        this.clients = clients;
        this.protections = protections;
        this.organisation = organisation;
    }

    @Override
    public Optional<Known> about(RetentionUnitId conversation) {
        return dropIns.of(conversation)
                .map(dropIn -> new Known(dropIn.typed().staffPhone().e164(), from(dropIn), dropIn.protectedIdentity()));
    }

    @Override
    public boolean contains(RetentionUnitId conversation) {
        return dropIns.of(conversation).filter(DropIn::protectedIdentity).isPresent();
    }

    /** The patient as each care provider that takes part has them: they see the same page, and each corrects its own. */
    @Override
    @Transactional
    public void protect(RetentionUnitId conversation, AuditedActor by) {
        dropIns.of(conversation).ifPresent(dropIn -> {
            protect(dropIn.careProvider(), dropIn.client(), by);
            Optional.ofNullable(dropIn.judgement()).map(DropIn.Judgement::meeting).stream()
                    .flatMap(meeting -> duties.allOf(meeting).stream())
                    .filter(duty -> !duty.careProvider().equals(dropIn.careProvider()))
                    .forEach(duty -> protect(duty.careProvider(), duty.client(), by));
        });
    }

    private void protect(CareProviderId careProvider, ClientId client, AuditedActor by) {
        Client patient = clients.find(careProvider, client).orElseThrow();
        protections.set(careProvider, patient.identity(), Protection.Way.CALL, by);
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
