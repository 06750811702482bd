package se.vardmote.accesslog;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.log-review}: what holds where no unit and no care provider has decided otherwise. A review keeps those
 * that it was made with.
 *
 * @param sample readings at random: as many as a head looks through with care in half an hour
 * @param manyPatients patients opened within {@code withinMinutes}: more than anybody can attend to
 * @param dayBegins time of the clock in Sweden; {@code dayEnds} too. What is outside is odd unless the unit is on duty then
 */
@ConfigurationProperties("vardmote.log-review")
record LogReviewSettings(
        @DefaultValue("20") int sample,
        @DefaultValue("10") int manyPatients,
        @DefaultValue("15") int withinMinutes,
        @DefaultValue("06:00") LocalTime dayBegins,
        @DefaultValue("21:00") LocalTime dayEnds) {

    LogReviewSettings {
        if (sample < 1 || sample > 500 || manyPatients < 2 || withinMinutes < 1 || !dayBegins.isBefore(dayEnds))
            throw new IllegalArgumentException("vardmote.log-review: sample 1-500, many-patients from 2,"
                    + " within-minutes from 1, day-begins before day-ends");
    }
}
