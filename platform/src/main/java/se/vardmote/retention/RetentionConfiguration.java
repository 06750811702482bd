package se.vardmote.retention;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.platform.SecretFiles;

/** Units on the two databases, their keys wrapped by keys in files until somebody brings another port. */
@Configuration
class RetentionConfiguration {

    @Bean
    KeyWrapping keyWrapping(SecretFiles secrets) {
        return new FileKeyWrapping(secrets);
    }

    @Bean
    RetentionUnits retentionUnits(
            JdbcClient main, @Qualifier("keys") JdbcClient keys, KeyWrapping wrapping, Clock clock) {
        return new RetentionUnits(main, keys, wrapping, clock);
    }

    @Bean
    PurgeRuns purgeRuns(JdbcClient main, Clock clock) {
        return new PurgeRuns(main, clock);
    }

    @Bean
    Purge purge(
            JdbcClient main,
            RetentionUnits units,
            ObjectProvider<Forgettable> modules,
            PurgeRuns runs,
            TransactionTemplate transaction,
            Clock clock) {
        return new Purge(main, units, modules::stream, runs, transaction, clock);
    }

    @Bean
    Holds holds(JdbcClient main, RetentionUnits units, Clock clock) {
        return new Holds(main, units, clock);
    }

    @Bean
    StrayKeys strayKeys(JdbcClient main, @Qualifier("keys") JdbcClient keys, Clock clock) {
        return new StrayKeys(main, keys, clock);
    }
}
