package se.vardmote.retention;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
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
}
