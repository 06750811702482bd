package se.vardmote.organisation;

import java.time.Instant;

/** What became of a token that somebody showed as a device's. Only {@link Present} and {@link Previous} let in. */
public sealed interface DeviceToken {

    /**
     * The one that was given last.
     *
     * @param since when it was given
     */
    record Present(Device device, Instant since) implements DeviceToken {}

    /**
     * The one before.
     *
     * @param answerLost nobody has used the newer one, so the answer that carried it never arrived: give another
     */
    record Previous(Device device, boolean answerLost) implements DeviceToken {}

    /** An older one: a copy of the cookie is in use, and the device has been revoked. */
    record Copied(Device device) implements DeviceToken {}

    /** Never given by us, or to a device that has since been revoked. */
    record Unknown() implements DeviceToken {}
}
