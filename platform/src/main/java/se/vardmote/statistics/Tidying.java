package se.vardmote.statistics;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done now and then without anybody asking. */
@Configuration(value = "tidyingStatistics", proxyBeanMethods = false)
class Tidying {
    private static final Duration EVERY = Duration.ofHours(1);

    /** Till then a question ties a call to its fact. */
    @Bean
    RecurringTask<Void> forgetQuestions(Questions questions) {
        return Tasks.recurring("forget-questions", FixedDelay.of(EVERY))
                .execute((task, context) -> questions.forgetExpired());
    }
}
