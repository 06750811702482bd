package se.vardmote.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.drain}.
 *
 * @param notice how long a node serves on after it has said that it is not ready; {@code serve} gives 5 s, which is a
 *     load balancer's usual interval between two questions. Nothing on a machine of one's own
 */
@ConfigurationProperties("vardmote.drain")
public record DrainSettings(@DefaultValue("0s") Duration notice) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    public DrainSettings {
        if (notice.isNegative() || notice.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("vardmote.drain.notice must be between 0s and 60s, is " + notice);
    }
}
