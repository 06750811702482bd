package se.vardmote.audit;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.platform.DataDirectory;

/** The log, and its sealer, which starts before anybody can write to the log. */
@Configuration
class AuditConfiguration {

    @Bean
    AuditSealer auditSealer(@Qualifier("audit") JdbcClient audit) {
        return new AuditSealer(audit);
    }

    @Bean(destroyMethod = "close")
    AuditSealing auditSealing(AuditSealer sealer, AuditHeads heads, Clock clock) {
        return new AuditSealing(sealer, heads, clock).start();
    }

    @Bean
    AuditHeads auditHeads(DataDirectory data) {
        return new AuditHeads(data.auditHeads());
    }

    /** @param started asked for so that the partitions are there first */
    @Bean
    AuditLog auditLog(@Qualifier("audit") JdbcClient audit, AuditSealing started) {
        return new AuditLog(audit);
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc) {
        return new AuditTrail(jdbc);
    }

    @Bean
    ExportWatch exportWatch(JdbcClient jdbc, Clock clock) {
        return new ExportWatch(jdbc, clock);
    }
}
