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
 * @param lanOrigins those of the origins that a tablet on the local network uses ({@code run --lan}); staff do not sign
 *     in there, because their test identity provider answers on the host only
 */
@ConfigurationProperties("vardmote")
public record Origins(
        @DefaultValue("http://localhost:8080") List<URI> origins,
        @DefaultValue List<URI> lanOrigins) {

    public Origins {
        if (origins.isEmpty()) throw new IllegalArgumentException("vardmote.origins: give at least one base URL");
        origins.forEach(Origins::check);
        if (!origins.containsAll(lanOrigins))
            throw new IllegalArgumentException("vardmote.lan-origins: each must stand in vardmote.origins too");
    }

    /** The configured origin whose host and port are those of a Host header; empty for a stranger's. */
    public Optional<URI> forHost(String hostHeader) {
        return origins.stream()
                .filter(origin -> origin.getAuthority().equalsIgnoreCase(hostHeader))
                .findFirst();
    }

    /** Whether it is one that only devices on the local network use. */
    public boolean isLan(URI origin) {
        return lanOrigins.contains(origin);
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
