package se.vardmote.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is forgotten without anybody asking, and when. */
@Configuration(proxyBeanMethods = false)
class Forgetting {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final int EVERY_MINUTES = 10;
    private static final LocalTime QUIET_HOUR = LocalTime.of(3, 30);

    /** Often: the day ends at midnight, and a node that stood still then catches up. */
    @Bean
    RecurringTask<Void> purgeContent(Purge purge) {
        return Tasks.recurring("purge-content", FixedDelay.ofMinutes(EVERY_MINUTES))
                .execute((task, context) -> purge.run());
    }

    @Bean
    RecurringTask<Void> removeStrayKeys(StrayKeys keys) {
        return Tasks.recurring("remove-stray-keys", Schedules.daily(KeepUntil.SWEDEN, QUIET_HOUR))
                .execute((task, context) -> keys.remove());
    }

    /** Before anybody is served: a restored backup of {@code keys} must not open again what is forgotten. */
    @Bean
    InitializingBean forgottenStaysForgotten(StrayKeys keys) {
        return () -> {
            int removed = keys.removeThoseOfForgottenUnits();
            if (removed > 0) log.warn("{} keys of forgotten units had come back and were deleted again", removed);
        };
    }
}
