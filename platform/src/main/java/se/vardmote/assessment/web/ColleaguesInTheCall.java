package se.vardmote.assessment.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.web.ContactPage.Event;
import se.vardmote.meetings.HandOvers;
import se.vardmote.meetings.Invitations;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/** Which colleagues came into a call, and who led it from when on: documentation, that stays as long as the note. */
@Component
class ColleaguesInTheCall {
    private final Invitations invitations;
    private final HandOvers handOvers;
    private final Organisation organisation;

    ColleaguesInTheCall(Invitations invitations, HandOvers handOvers, Organisation organisation) {
        this.invitations = invitations;
        this.handOvers = handOvers;
        this.organisation = organisation;
    }

    List<Event> of(MeetingId meeting) {
        List<Event> events = new ArrayList<>();
        for (var came : invitations.cameIn(meeting))
            events.add(Event.of(came.at(), "came-in", name(came.colleague()), unit(came.unit())));
        for (var handed : handOvers.of(meeting))
            events.add(Event.of(handed.at(), "handed-over", name(handed.from()), name(handed.to())));
        return events;
    }

    private String name(StaffId staff) {
        return organisation.staff(staff).map(Staff::name).orElse("");
    }

    private String unit(CareUnitId unit) {
        return organisation.unit(unit).map(CareUnit::name).orElse("");
    }
}
