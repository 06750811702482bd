package se.vardmote.assessment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done now and then without anybody asking. */
@Configuration(proxyBeanMethods = false)
class Tidying {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofSeconds(5);

    /** Drafts live for half an hour; what is older holds what somebody typed about a patient. */
    @Bean
    RecurringTask<Void> forgetDrafts(Drafts drafts) {
        return Tasks.recurring("forget-drafts", FixedDelay.of(EVERY))
                .execute((task, context) -> drafts.forgetExpired());
    }

    /** One node at a time; and were there two, the rows would let only one take each step. */
    @Bean
    RecurringTask<Void> seekFurther(Escalations escalations) {
        return Tasks.recurring("seek-further", FixedDelay.of(OFTEN))
                .execute((task, context) -> escalations.seekFurther());
    }
}
