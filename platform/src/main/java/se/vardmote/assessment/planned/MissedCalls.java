package se.vardmote.assessment.planned;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls to which nobody came: the professional's day says whom to ring. */
@Configuration(proxyBeanMethods = false)
class MissedCalls {
    @Bean
    RecurringTask<Void> missPlannedCalls(PlannedCalls calls, Clock clock) {
        return Tasks.recurring("miss-planned-calls", FixedDelay.ofMinutes(1))
                .execute((task, context) -> miss(calls, clock));
    }

    static int miss(PlannedCalls calls, Clock clock) {
        return calls.miss(clock.instant());
    }
}
