package se.vardmote.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.settings.DefinesSettings;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Kind.Measure;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;

/** What units may decide about assessment calls. */
@Component
public class WhatUnitsDecide implements DefinesSettings {
    /** Minutes, of every unit: what is younger cannot be missed yet. */
    public static final int LEAST_MISSED = 15;

    private static final Kind<Integer> LIMIT = new Kind.Amount(Measure.SECONDS, 30, 3600);
    private static final int A_WEEK = 7 * 24 * 60;

    /** So long somebody waits before others are sought (R0-10). */
    public static final Setting<Integer> COVER_AFTER =
            new Setting<>("waiting.cover-after", "waiting", LIMIT, (int) UnitSetting.COVER_AFTER.toSeconds());

    /** So long after that before the head of unit sees it. */
    public static final Setting<Integer> HEAD_AFTER =
            new Setting<>("waiting.head-after", "waiting", LIMIT, (int) UnitSetting.HEAD_AFTER.toSeconds());

    /** Whose staff are sought; the receiving unit's own, who are off duty, when no other is named. */
    public static final Setting<Optional<CareUnitId>> COVER =
            new Setting<>("waiting.cover", "waiting", new Kind.OtherUnit(), Optional.empty());

    /** What to do when video does not work or nobody answers, in the unit's own words (R2-78). */
    public static final Setting<String> FALLBACK =
            new Setting<>("routine.fallback", "routines", new Kind.Lines(600, 4), "");

    /** So long ahead, at least, a care worker plans a call with a professional of the unit. */
    public static final Setting<Integer> NOTICE =
            new Setting<>("planned.notice", "planned", new Kind.Amount(Measure.MINUTES, 0, A_WEEK), 0);

    /** So long after its time nobody is awaited any more. Care at somebody's home runs late; an hour is more than late. */
    public static final Setting<Integer> MISSED_AFTER =
            new Setting<>("planned.missed-after", "planned", new Kind.Amount(Measure.MINUTES, LEAST_MISSED, 240), 60);

    private static final Map<CallReason, Setting<Integer>> URGENCY = Arrays.stream(CallReason.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    reason -> ofReason(
                            reason,
                            "urgency",
                            new Kind.Amount(Measure.URGENCY, 1, 3),
                            UnitSetting.usualUrgency(reason))));

    private static final Map<CallReason, Setting<Boolean>> OFFERED = Arrays.stream(CallReason.values())
            .filter(reason -> reason != CallReason.OTHER)
            .collect(Collectors.toMap(
                    Function.identity(), reason -> ofReason(reason, "offered", new Kind.YesOrNo(), true)));

    /** How urgent a reason is judged, 1 to 3. */
    static Setting<Integer> urgency(CallReason reason) {
        return Objects.requireNonNull(URGENCY.get(reason));
    }

    /** Whether a reason can be chosen at the knock; empty for OTHER, which always can: nobody is left without a reason. */
    static Optional<Setting<Boolean>> offered(CallReason reason) {
        return Optional.ofNullable(OFFERED.get(reason));
    }

    private static <T> Setting<T> ofReason(CallReason reason, String what, Kind<T> kind, T usual) {
        return new Setting<>(what + "." + reason, "reasons", what, "reason." + reason, kind, usual);
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(
                List.of(CareUnit.DUTY_PHONE, COVER_AFTER, COVER, HEAD_AFTER, NOTICE, MISSED_AFTER, FALLBACK));
        for (CallReason reason : CallReason.values()) {
            offered(reason).ifPresent(all::add);
            all.add(urgency(reason));
        }
        return all;
    }
}
