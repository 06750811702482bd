package se.vardmote.access;

import se.vardmote.vocabulary.DeviceId;

/** A device opens nothing from now on. Told inside the transaction that revokes it, so that its seats go with it. */
public record DeviceRevoked(DeviceId device) {}
