package se.vardmote.assessment.planned;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.vardmote.clients.IdentityProtected;

/** What is agreed on with somebody who has protected personal data shows neither name nor number from now on. */
@Component
class HiddenPlans {
    private final PlannedCalls calls;

    HiddenPlans(PlannedCalls calls) {
        this.calls = calls;
    }

    @EventListener
    void on(IdentityProtected marked) {
        calls.hide(marked.careProvider(), marked.client());
    }
}
