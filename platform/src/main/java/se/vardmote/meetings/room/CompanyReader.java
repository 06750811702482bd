package se.vardmote.meetings.room;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.HandOvers;
import se.vardmote.meetings.Invitations;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.NoteWriters;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CareUnitId;

/** Reads what the professionals of a call have arranged between them. */
@Component
class CompanyReader {
    private final Invitations invitations;
    private final HandOvers handOvers;
    private final Organisation organisation;
    private final List<NoteWriters> writers;

    CompanyReader(Invitations invitations, HandOvers handOvers, Organisation organisation, List<NoteWriters> writers) {
        this.invitations = invitations;
        this.handOvers = handOvers;
        this.organisation = organisation;
        this.writers = writers;
    }

    Company of(Meeting meeting) {
        if (!meeting.goesOn()) return Company.NONE;
        List<Invitations.Asked> asked = invitations.of(meeting.id());
        Map<CareUnitId, String> units = organisation.unitNames(
                asked.stream().map(Invitations.Asked::unit).collect(Collectors.toSet()));
        return new Company(
                asked.stream().map(one -> shown(one, units)).toList(),
                handOvers.waiting(meeting.id()).orElse(null),
                writers.stream().flatMap(port -> port.of(meeting.id()).stream()).collect(Collectors.toSet()));
    }

    private ServerMessage.Asked shown(Invitations.Asked one, Map<CareUnitId, String> units) {
        return new ServerMessage.Asked(
                one.id(),
                organisation.staff(one.colleague()).map(Staff::name).orElse(""),
                units.getOrDefault(one.unit(), ""),
                one.takeOver(),
                one.notNow());
    }
}
