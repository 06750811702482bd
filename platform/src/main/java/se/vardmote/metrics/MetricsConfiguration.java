package se.vardmote.metrics;

import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Which figures there are: a list, so that a library that begins to count something does not add to it by itself. */
@Configuration
class MetricsConfiguration {
    /** Ours, and of the libraries' those whose tags are few and known: route templates, pools, kinds of memory. */
    private static final List<String> KEPT =
            List.of("vardmote.", "http.server.requests", "hikaricp.", "jvm.", "process.", "system.cpu.");

    @Bean
    @Order(0)
    MeterFilter onlyTheKept() {
        return MeterFilter.denyUnless(id -> KEPT.stream().anyMatch(id.getName()::startsWith));
    }
}
