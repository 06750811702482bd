package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.Comparator;
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
    private final Invitations invitations;
    private final Meetings meetings;
    private final DropIns dropIns;
    private final CareAccess care;
    private final ReadingTheBoard reading;
    private final Organisation organisation;
    private final Escalations escalations;

    MyCallsReader(
            Invitations invitations,
            Meetings meetings,
            DropIns dropIns,
            CareAccess care,
            ReadingTheBoard reading,
            Organisation organisation,
            Escalations escalations) {
        this.invitations = invitations;
        this.meetings = meetings;
        this.dropIns = dropIns;
        this.care = care;
        this.reading = reading;
        this.organisation = organisation;
        this.escalations = escalations;
    }

    /** A call that goes on and that the reader leads, whoever let it in. */
    record Led(Meeting meeting, DropIn dropIn) {
        /** Of one that is parked. */
        private Instant parkedAt() {
            return Objects.requireNonNull(meeting.parkedAt());
        }
    }

    /** Longest first; to be put on record by whoever shows them. */
    List<Led> led(StaffMember staff) {
        return meetings.ledBy(staff.staff()).stream()
                .filter(meeting -> care.between(staff, meeting.id()).isPresent())
                .flatMap(meeting -> dropIns.of(meeting.id()).map(dropIn -> new Led(meeting, dropIn)).stream())
                .toList();
    }

    MyCalls read(StaffMember staff) {
        return read(staff, led(staff));
    }

    MyCalls read(StaffMember staff, List<Led> led) {
        List<Led> parked = led.stream()
                .filter(call -> call.meeting().parked())
                .sorted(Comparator.comparing(Led::parkedAt))
                .toList();
        reading.record(List.of(new ReadingTheBoard.Reading(
                List.of(staff), parked.stream().map(Led::dropIn).toList())));
        return new MyCalls(
                parked.stream().map(MyCallsReader::shown).toList(),
                invitations.waitingFor(staff).stream().flatMap(this::shown).toList(),
                escalations.seenBy(staff.staff()).size());
    }

    private static MyCalls.Parked shown(Led call) {
        return new MyCalls.Parked(
                call.meeting().id().toString(),
                call.dropIn().reason().name(),
                call.dropIn().typed().patientName(),
                call.parkedAt(),
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
