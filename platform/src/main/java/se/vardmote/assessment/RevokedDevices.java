package se.vardmote.assessment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.vardmote.access.DeviceRevoked;
import se.vardmote.meetings.Conversations;

/**
 * A revoked device does not go on: the seats that were taken on it open nothing, waiting or in a call. Somebody may still
 * sit with the patient, so the row stays on the professional's day, without a page that answers and with the number to
 * call back.
 */
@Component
class RevokedDevices {
    /** Longer than any call lasts. */
    private static final Duration CALLS_SINCE = Duration.ofHours(24);

    private final DropIns dropIns;
    private final Conversations conversations;
    private final Clock clock;

    RevokedDevices(DropIns dropIns, Conversations conversations, Clock clock) {
        this.dropIns = dropIns;
        this.conversations = conversations;
        this.clock = clock;
    }

    @EventListener
    void on(DeviceRevoked revoked) {
        dropIns.conversationsOn(revoked.device(), clock.instant().minus(CALLS_SINCE))
                .forEach(conversations::closeSeats);
    }
}
