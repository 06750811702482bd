package se.vardmote.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import se.vardmote.retention.PurgeRuns;

/** {@code vardmote_installation_purge_failing}: 1 asks for somebody to look, whatever else goes well. */
@Component
class PurgeFigures {
    PurgeFigures(MeterRegistry registry, PurgeRuns runs) {
        Gauge.builder("vardmote.installation.purge.failing", runs, PurgeFigures::failing)
                .register(registry);
    }

    private static double failing(PurgeRuns runs) {
        try {
            return runs.failing() ? 1 : 0;
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
