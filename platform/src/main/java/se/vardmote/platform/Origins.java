package se.vardmote.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The base URLs that this installation answers to. Links, redirects, the Origin check and the content policy derive
 * from it, never from what a request claims.
 *
 * @param origins {@code scheme://host[:port]} each, without path; the first is the one in links that leave the product
 */
@ConfigurationProperties("vardmote")
public record Origins(@DefaultValue("http://localhost:8080") List<URI> origins) {

    public Origins {
        if (origins.isEmpty()) throw new IllegalArgumentException("vardmote.origins: give at least one base URL");
        origins.forEach(Origins::check);
    }

    /** The configured origin whose host and port are those of a Host header; empty for a stranger's. */
    public Optional<URI> forHost(String hostHeader) {
        return origins.stream()
                .filter(origin -> origin.getAuthority().equalsIgnoreCase(hostHeader))
                .findFirst();
    }

    /** Whether an Origin header names one of ours. */
    public boolean contains(String originHeader) {
        return origins.stream().anyMatch(origin -> origin.toString().equalsIgnoreCase(originHeader));
    }

    private static void check(URI origin) {
        boolean bare = origin.getRawPath().isEmpty() && origin.getRawQuery() == null && origin.getHost() != null;
        if (!bare) throw new IllegalArgumentException("vardmote.origins: not a bare base URL: " + origin);
    }
}
