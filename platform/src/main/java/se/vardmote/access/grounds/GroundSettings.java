package se.vardmote.access.grounds;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.grounds}.
 *
 * @param openFor how long a stated ground opens, at most as long as the sign-in: half a shift, so that somebody who needs it again
 *     says why again
 */
@ConfigurationProperties("vardmote.grounds")
public record GroundSettings(@DefaultValue("4h") Duration openFor) {
    public GroundSettings {
        if (openFor.compareTo(Duration.ofMinutes(5)) < 0 || openFor.compareTo(Duration.ofHours(12)) > 0)
            throw new IllegalArgumentException("vardmote.grounds.open-for: 5m to 12h");
    }
}
