package se.vardmote.journal;

import java.time.Instant;
import se.vardmote.clients.Client;
import se.vardmote.vocabulary.ClientId;

/**
 * A call that stood at the wrong patient and was moved.
 *
 * @param fromName as it was then, and {@code toName}
 * @param by the name of who moved it
 */
public record IdentityCorrection(
        ClientId from, ClientId to, String fromName, String toName, String reason, String by, Instant at) {
    /** Characters of a reason. */
    public static final int LONGEST = 300;

    public IdentityCorrection hidden() {
        String alias = Client.ALIAS.value();
        return new IdentityCorrection(from, to, alias, alias, reason, by, at);
    }

    @Override
    public String toString() {
        return "IdentityCorrection[" + from + ", " + to + "]";
    }
}
