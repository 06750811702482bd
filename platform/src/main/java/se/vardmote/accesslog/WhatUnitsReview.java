package se.vardmote.accesslog;

import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.settings.DefinesSettings;
import se.vardmote.organisation.settings.InForce;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Kind.Measure;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.vocabulary.CareUnitId;

/** What units may decide about reviewing the access log; the installation's configuration holds where none has. */
@Component
class WhatUnitsReview implements DefinesSettings {
    private static final String SECTION = "review";
    private static final LocalTime NOON = LocalTime.NOON;
    private final Settings settings;
    private final Setting<Integer> sample;
    private final Setting<Integer> manyPatients;
    private final Setting<Integer> withinMinutes;
    private final Setting<LocalTime> dayBegins;
    private final Setting<LocalTime> dayEnds;

    WhatUnitsReview(Settings settings, LogReviewSettings usual) {
        this.settings = settings;
        sample = new Setting<>("review.sample", SECTION, new Kind.Amount(Measure.READINGS, 1, 500), usual.sample());
        manyPatients = new Setting<>(
                "review.many-patients", SECTION, new Kind.Amount(Measure.PATIENTS, 2, 1000), usual.manyPatients());
        withinMinutes = new Setting<>(
                "review.within-minutes", SECTION, new Kind.Amount(Measure.MINUTES, 1, 1440), usual.withinMinutes());
        // A day begins before noon and ends after it, so that no two decisions of different units make an empty day.
        dayBegins = new Setting<>(
                "review.day-begins",
                SECTION,
                new Kind.TimeOfDay(LocalTime.MIN, NOON.minusMinutes(1)),
                usual.dayBegins());
        dayEnds = new Setting<>(
                "review.day-ends", SECTION, new Kind.TimeOfDay(NOON, LocalTime.of(23, 59)), usual.dayEnds());
    }

    Limits limits(CareUnitId unit) {
        InForce here = settings.of(unit);
        return new Limits(
                here.value(sample),
                here.value(manyPatients),
                here.value(withinMinutes),
                here.value(dayBegins),
                here.value(dayEnds));
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(sample, manyPatients, withinMinutes, dayBegins, dayEnds);
    }
}
