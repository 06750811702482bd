package se.vardmote.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.assessment.planned.PlannedCalls;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;

/** What is agreed on for today at a unit, as its devices may show it to whoever passes by: nothing of the patient. */
@Component
public class AgreedToday {
    private final PlannedCalls calls;
    private final Organisation organisation;
    private final Clock clock;

    public AgreedToday(PlannedCalls calls, Organisation organisation, Clock clock) {
        this.calls = calls;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param name what both call it */
    public record Agreed(PlannedCallId call, Instant at, String name, String professional, Profession profession) {}

    /** Earliest first. */
    public List<Agreed> on(EnrolledDevice device) {
        return calls.shownAt(device.unit(), clock.instant()).stream()
                .flatMap(call -> organisation.staff(call.staff()).stream()
                        .map(staff -> agreed(call, staff.name(), staff.profession())))
                .toList();
    }

    private static Agreed agreed(PlannedCall call, String professional, Profession profession) {
        return new Agreed(call.id(), call.at(), call.name(), professional, profession);
    }
}
