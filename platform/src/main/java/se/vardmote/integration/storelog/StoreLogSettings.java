package se.vardmote.integration.storelog;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.store-log}. Without an endpoint nothing is handed on.
 *
 * @param endpoint of StoreLog 2.0: https, or this machine
 * @param logicalAddress as the service platform routes it: the HSA-id of the log service or of the care provider
 * @param systemId our HSA-id as a system
 * @param sslBundle name of a bundle under {@code spring.ssl.bundle} with our certificate; without one none is shown
 * @param timeout so long an answer is waited for; the service may take a while for 200 events
 */
@ConfigurationProperties("vardmote.store-log")
record StoreLogSettings(
        @Nullable URI endpoint,
        @DefaultValue("") String logicalAddress,
        @DefaultValue("") String systemId,
        @DefaultValue("Vårdmöte") String systemName,
        @Nullable String sslBundle,
        @DefaultValue("30s") Duration timeout) {

    StoreLogSettings {
        if (endpoint != null && (logicalAddress.isBlank() || systemId.isBlank() || systemId.length() > 32))
            throw new IllegalArgumentException(
                    "vardmote.store-log: with an endpoint, logical-address and system-id (HSA-id) are needed");
        if (endpoint != null && !"https".equals(endpoint.getScheme()) && !thisMachine(endpoint))
            throw new IllegalArgumentException("vardmote.store-log.endpoint: the log leaves by https only");
    }

    private static boolean thisMachine(URI endpoint) {
        try {
            return "http".equals(endpoint.getScheme())
                    && InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
