package se.vardmote.organisation.leaving;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.StaffId;

/**
 * Something that is open. Names no patient.
 *
 * @param careProvider whose it is: another's is only shown
 * @param unit at which it is
 * @param staff whose it is, where it is somebody's
 * @param client whom it is about, for the access log
 * @param what it is called, for people: a device, a commission, the name of a call; empty where there is no name
 * @param at when it was or is to be, where there is such a time
 */
public record OpenMatter(
        UUID id,
        CareProviderId careProvider,
        @Nullable CareUnitId unit,
        @Nullable StaffId staff,
        @Nullable ClientId client,
        String what,
        @Nullable Instant at) {}
