package se.vardmote.access;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;

/**
 * A shared tablet or phone that an administrator has enrolled; says where somebody is, not who.
 *
 * @param name as it is marked, such as "iPad 07"
 */
public record EnrolledDevice(DeviceId id, CareProviderId careProvider, CareUnitId unit, String name) implements Actor {}
