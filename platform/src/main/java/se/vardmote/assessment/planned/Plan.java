package se.vardmote.assessment.planned;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;

/**
 * What is to be planned, read and checked.
 *
 * @param key the same for the same form, however often it arrives
 * @param profession of whoever will be there, when licensed
 * @param times one or, for a series of follow-ups, several; earliest first
 */
public record Plan(
        UUID key,
        @Nullable CareUnitId homeUnit,
        PersonName patientName,
        PersonId patient,
        boolean protectedIdentity,
        Set<PlannedCall.Purpose> purposes,
        CallReason reason,
        PersonName staffName,
        PhoneNumber staffPhone,
        @Nullable Profession profession,
        PlannedCall.Channel channel,
        List<Instant> times) {

    @Override
    public String toString() {
        return "Plan[" + key + "]";
    }
}
