package se.vardmote.clients;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.clients}.
 *
 * @param unprotectWithin how long somebody who has asked to take protection away waits for the second person: a week, so that
 *     both are likely to remember why; after that it is asked anew
 */
@ConfigurationProperties("vardmote.clients")
public record ProtectionSettings(@DefaultValue("7d") Duration unprotectWithin) {
    public ProtectionSettings {
        if (unprotectWithin.compareTo(Duration.ofHours(1)) < 0 || unprotectWithin.compareTo(Duration.ofDays(30)) > 0)
            throw new IllegalArgumentException("vardmote.clients.unprotect-within: 1h to 30d");
    }
}
