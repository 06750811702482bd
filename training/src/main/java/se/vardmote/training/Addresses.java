package se.vardmote.training;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every address of the training environment. Links and redirects come from here, never from a request's Host header.
 * Each role has a host name of its own so that cookies do not mix: names below {@code localhost} need no DNS and
 * browsers count them as secure, but cookies are shared between the ports of one name.
 *
 * @param productPort the product's port
 * @param ownPort the port of this process
 * @param extraOrigins further base URLs of the product
 */
public record Addresses(int productPort, int ownPort, List<String> extraOrigins) {

    /** The same hosts as the product's own origins in {@code run}. */
    private static final List<String> ROLE_HOSTS = List.of(
            "localhost",
            "ipad.localhost",
            "sjukskoterska.localhost",
            "fysioterapeut.localhost",
            "administrator.localhost");

    public Addresses {
        extraOrigins = extraOrigins.stream().map(Addresses::baseUrl).toList();
    }

    /** The base URL of the start page and the identity provider's issuer. */
    public String start() {
        return "http://start.localhost:" + ownPort;
    }

    /** Where a tablet's cookie is set: same host name as the product's page for tablets, this process's port. */
    public String tabletEnrolment() {
        return "http://ipad.localhost:" + ownPort;
    }

    /** The product's base URL under a role's host name. */
    public String product(String host) {
        return "http://" + host + ":" + productPort;
    }

    public Set<String> productOrigins() {
        Stream<String> own = ROLE_HOSTS.stream().map(this::product);
        return Stream.concat(own, extraOrigins.stream())
                .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }

    /** Hosts under which this process answers; anything else is a page elsewhere that points its name at loopback. */
    public Set<String> ownHosts() {
        return Set.of(
                "start.localhost:" + ownPort,
                "ipad.localhost:" + ownPort,
                "localhost:" + ownPort,
                "127.0.0.1:" + ownPort);
    }

    private static String baseUrl(String typed) {
        if (!typed.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?/?")) {
            throw new CannotStart("--origin ska se ut som http://värd:port, inte " + typed + ".");
        }
        return typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed;
    }
}
