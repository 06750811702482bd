package se.vardmote.metrics;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.metrics}.
 *
 * @param address where the figures can be read: this machine, or an address on a private network; never the visitors'
 * @param port none, and nothing listens; {@code serve} gives 9464, which Prometheus exporters share
 */
@ConfigurationProperties("vardmote.metrics")
record MetricsSettings(
        @DefaultValue("127.0.0.1") String address, @Nullable Integer port) {}
