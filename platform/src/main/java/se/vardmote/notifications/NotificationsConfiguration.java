package se.vardmote.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who carries what, and when the outbox is emptied: as soon as something lies there, and every few seconds for the rest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmsSettings.class, MailSettings.class})
class NotificationsConfiguration {
    private static final Logger log = LoggerFactory.getLogger(NotificationsConfiguration.class);

    @Bean
    @ConditionalOnProperty("vardmote.sms.endpoint")
    HttpSms sms(SmsSettings settings) {
        URI endpoint = settings.endpoint();
        if (endpoint == null) throw new IllegalStateException("vardmote.sms.endpoint is missing");
        return new HttpSms(endpoint, settings);
    }

    @Bean
    @ConditionalOnProperty("vardmote.mail.host")
    SmtpMail mail(MailSettings settings) {
        String host = settings.host();
        if (host == null) throw new IllegalStateException("vardmote.mail.host is missing");
        return new SmtpMail(host, settings);
    }

    @Bean
    RecurringTask<Void> emptyOutbox(Outbox outbox) {
        return Tasks.recurring("empty-outbox", FixedDelay.ofSeconds(5)).execute((task, context) -> outbox.empty());
    }

    @Bean
    RecurringTask<Void> tidyOutbox(Outbox outbox) {
        return Tasks.recurring("tidy-outbox", FixedDelay.ofHours(6)).execute((task, context) -> outbox.tidy());
    }

    @Bean
    AtOnce atOnce(Outbox outbox) {
        return new AtOnce(outbox);
    }

    /** Somebody waits for a code: it leaves with the transaction, not with the next look. */
    static class AtOnce {
        private final Outbox outbox;

        AtOnce(Outbox outbox) {
            this.outbox = outbox;
        }

        @TransactionalEventListener(fallbackExecution = true)
        void on(Notifications.Waiting waiting) {
            Thread.ofVirtual().name("outbox").start(this::empty);
        }

        private void empty() {
            try {
                outbox.empty();
            } catch (RuntimeException e) {
                log.warn("The outbox could not be emptied at once; the job does it", e);
            }
        }
    }
}
