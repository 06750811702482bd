package se.vardmote.assessment.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Escalations;
import se.vardmote.meetings.Invitations;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Parking;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;

/** Reads the calls of one professional; audits whose names it shows before it shows them. */
@Component
class MyCallsReader {
    private final Parking parking;
    private final Invitations invitations;
    private final Meetings meetings;
    private final DropIns dropIns;
    private final CareAccess care;
    private final ReadingTheBoard reading;
    private final Organisation organisation;
    private final Escalations escalations;

    MyCallsReader(
            Parking parking,
            Invitations invitations,
            Meetings meetings,
            DropIns dropIns,
            CareAccess care,
            ReadingTheBoard reading,
            Organisation organisation,
            Escalations escalations) {
        this.parking = parking;
        this.invitations = invitations;
        this.meetings = meetings;
        this.dropIns = dropIns;
        this.care = care;
        this.reading = reading;
        this.organisation = organisation;
        this.escalations = escalations;
    }

    private record ParkedCall(Meeting meeting, DropIn dropIn) {}

    MyCalls read(StaffMember staff) {
        List<ParkedCall> parked = parking.of(staff.staff()).stream()
                .filter(meeting -> care.between(staff, meeting.id()).isPresent())
                .flatMap(meeting -> dropIns.of(meeting.id()).map(dropIn -> new ParkedCall(meeting, dropIn)).stream())
                .toList();
        reading.record(List.of(new ReadingTheBoard.Reading(
                List.of(staff), parked.stream().map(ParkedCall::dropIn).toList())));
        return new MyCalls(
                parked.stream().map(MyCallsReader::shown).toList(),
                invitations.waitingFor(staff).stream().flatMap(this::shown).toList(),
                escalations.seenBy(staff.staff()).size());
    }

    private static MyCalls.Parked shown(ParkedCall call) {
        return new MyCalls.Parked(
                call.meeting().id().toString(),
                call.dropIn().reason().name(),
                call.dropIn().typed().patientName(),
                Objects.requireNonNull(call.meeting().parkedAt()),
                Parking.endsBy(call.meeting()));
    }

    private Stream<MyCalls.Asked> shown(Invitations.Asked asked) {
        Optional<DropIn> dropIn = dropIns.of(asked.meeting());
        return meetings.find(asked.meeting()).stream()
                .map(meeting -> new MyCalls.Asked(
                        asked.meeting().toString(),
                        organisation.staff(asked.by()).map(Staff::name).orElse(""),
                        organisation.unit(meeting.unit()).map(CareUnit::name).orElse(""),
                        dropIn.map(call -> call.reason().name()).orElse("OTHER"),
                        asked.at(),
                        asked.takeOver()));
    }
}
