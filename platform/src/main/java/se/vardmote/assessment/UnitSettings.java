package se.vardmote.assessment;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.settings.InForce;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;

/** What holds at receiving units: the nearest decision on the way up, with the usual where nobody has decided. */
@Component
public class UnitSettings {
    private final Settings settings;

    public UnitSettings(Settings settings) {
        this.settings = settings;
    }

    public UnitSetting of(CareUnitId unit) {
        InForce here = settings.of(unit);
        return new UnitSetting(
                Duration.ofSeconds(here.value(WhatUnitsDecide.COVER_AFTER)),
                Duration.ofSeconds(here.value(WhatUnitsDecide.HEAD_AFTER)),
                here.value(WhatUnitsDecide.COVER).orElse(unit),
                Arrays.stream(CallReason.values())
                        .collect(Collectors.toMap(
                                Function.identity(), reason -> here.value(WhatUnitsDecide.urgency(reason)))));
    }

    /** The reasons that somebody may choose who may reach any of these units: what one of them takes can be asked for. */
    public List<CallReason> offeredBy(Collection<CareUnitId> receiving) {
        Collection<InForce> there = settings.of(receiving).values();
        return Arrays.stream(CallReason.values())
                .filter(reason -> there.isEmpty() || there.stream().anyMatch(here -> offers(here, reason)))
                .toList();
    }

    private static boolean offers(InForce here, CallReason reason) {
        return WhatUnitsDecide.offered(reason).map(here::value).orElse(true);
    }

    /** The routine for when video does not work or nobody answers (R2-78); empty when none is written. */
    public String fallback(CareUnitId unit) {
        return settings.of(unit, WhatUnitsDecide.FALLBACK);
    }

    /** So long after its time a planned call waits for somebody to come. */
    public Duration missedAfter(CareUnitId receiving) {
        return Duration.ofMinutes(settings.of(receiving, WhatUnitsDecide.MISSED_AFTER));
    }

    /** So long ahead, at least, a care worker plans a call with a professional of the unit. */
    public Duration notice(CareUnitId receiving) {
        return Duration.ofMinutes(settings.of(receiving, WhatUnitsDecide.NOTICE));
    }
}
