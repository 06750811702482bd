package se.vardmote.assessment.planned;

import java.util.List;
import org.springframework.stereotype.Component;

/** Who is invited to a planned call by a link of their own. */
@Component
public class Invited {
    public static final int MOST = PlannedGuests.MOST;
    private final PlannedGuests guests;

    Invited(PlannedGuests guests) {
        this.guests = guests;
    }

    /** In the order in which they were invited. */
    public List<PlannedGuest> to(PlannedCall call) {
        return guests.of(call);
    }
}
