package se.vardmote.directory.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes files that nobody has read in. */
@Configuration
class ForgottenFiles {
    private final SentFiles sent;

    ForgottenFiles(SentFiles sent) {
        this.sent = sent;
    }

    @Bean
    RecurringTask<Void> removeForgottenFiles() {
        return Tasks.recurring("directory-sent", FixedDelay.ofHours(1))
                .execute((instance, context) -> sent.removeOld());
    }
}
