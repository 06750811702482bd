package se.vardmote.integration.storelog;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.audit.AuditExport;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.Organisation;

/** Off until an endpoint is set. One node at a time hands on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreLogSettings.class)
@ConditionalOnProperty("vardmote.store-log.endpoint")
class StoreLogConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(5);
    /** Calls of one turn: the scheduler's thread is given back now and then. */
    private static final int MOST_CALLS = 50;

    @Bean
    StoreLogReceiver storeLogReceiver(
            StoreLogSettings settings, Organisation organisation, Clients clients, SslBundles bundles) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.timeout());
        if (settings.sslBundle() != null)
            http.sslContext(bundles.getBundle(settings.sslBundle()).createSslContext());
        return new StoreLogReceiver(
                settings,
                Objects.requireNonNull(settings.endpoint()),
                new LogEntries(organisation, clients),
                http.build());
    }

    @Bean
    RecurringTask<Void> handTheLogOn(JdbcClient jdbc, StoreLogReceiver receiver, Clock clock) {
        var export = new AuditExport(jdbc, receiver, clock);
        return Tasks.recurring("hand-the-log-on", FixedDelay.of(EVERY)).execute((task, context) -> {
            for (int call = 0; call < MOST_CALLS && export.step(); call++) {}
        });
    }
}
