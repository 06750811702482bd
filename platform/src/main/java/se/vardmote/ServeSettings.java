package se.vardmote;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import se.vardmote.platform.DatabaseLogin;
import se.vardmote.platform.Databases;

/**
 * What production must be told, read before anything starts so that all that is wrong can be named at once. The names
 * are those of {@code conf/vardmote.properties}; each may also be an environment variable
 * ({@code vardmote.database.url} is {@code VARDMOTE_DATABASE_URL}).
 */
record ServeSettings(
        @Nullable Login database,
        @Nullable Login keysDatabase,
        @Nullable Login owner,
        @Nullable Login keysOwner,
        List<URI> origins,
        List<URI> lanOrigins,
        @Nullable SignIn signIn,
        Map<String, SignIn> accounts,
        @Nullable SignIn visitorSignIn,
        Messages messages,
        @Nullable Card card,
        @Nullable Media media,
        Transport transport,
        @Nullable String data) {

    /** A way into a database. */
    record Login(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {
        boolean complete() {
            return url != null && user != null && password != null;
        }

        DatabaseLogin login() {
            return new DatabaseLogin(String.valueOf(url), String.valueOf(user), String.valueOf(password));
        }

        @Override
        public String toString() {
            return "Login[" + url + "]";
        }
    }

    /** A sign-in service of staff: the identity provider, or that of one care provider. */
    record SignIn(
            @Nullable String issuer,
            @Nullable String authorizationUri,
            @Nullable String tokenUri,
            @Nullable String jwkSetUri,
            @Nullable String clientId,
            @Nullable String clientSecret) {
        @Override
        public String toString() {
            return "SignIn[" + issuer + "]";
        }
    }

    /**
     * Who carries SMS and e-mail; null where nobody does.
     *
     * @param mailEncryption {@code STARTTLS}, {@code TLS} or {@code NONE}; null for the default
     */
    record Messages(
            @Nullable String smsEndpoint,
            @Nullable String smsToken,
            @Nullable String mailHost,
            @Nullable String mailFrom,
            @Nullable String mailEncryption) {
        @Override
        public String toString() {
            return "Messages[" + smsEndpoint + ", " + mailHost + "]";
        }
    }

    /** The port where staff show their cards; null when nothing is said about it. */
    record Card(
            @Nullable Integer port,
            @Nullable URI origin,
            @Nullable String certificate,
            @Nullable String privateKey,
            @Nullable String trustAnchors,
            @Nullable String intermediates,
            @Nullable List<String> policies,
            @Nullable String revocation,
            @Nullable String proxyHeader,
            @Nullable List<String> proxies) {

        @Override
        public List<String> policies() {
            return policies == null ? List.of() : policies;
        }

        @Override
        public List<String> proxies() {
            return proxies == null ? List.of() : proxies;
        }
    }

    /** The media server and what we share with it. */
    record Media(
            @Nullable URI janus,
            @Nullable String apiSecret,
            @Nullable String adminKey,
            @Nullable String roomKey) {
        @Override
        public String toString() {
            return "Media[" + janus + "]";
        }
    }

    /**
     * How visitors reach us: TLS of our own, or a proxy that has it.
     *
     * @param trustedProxies regular expression of the proxies' addresses
     * @param metricsAddress where the figures are read, without sign-in
     */
    record Transport(
            @Nullable String certificate,
            @Nullable String privateKey,
            @Nullable String bundle,
            @Nullable String trustedProxies,
            @Nullable String metricsAddress) {
        boolean hasTls() {
            return certificate != null || bundle != null;
        }
    }

    static ServeSettings read(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        return new ServeSettings(
                binder.bind("vardmote.database", Login.class).orElse(null),
                binder.bind("vardmote.keys-database", Login.class).orElse(null),
                binder.bind("vardmote.owner", Login.class).orElse(null),
                binder.bind("vardmote.keys-owner", Login.class).orElse(null),
                binder.bind("vardmote.origins", URI[].class).map(List::of).orElse(List.of()),
                binder.bind("vardmote.lan-origins", URI[].class).map(List::of).orElse(List.of()),
                binder.bind("vardmote.sign-in", SignIn.class).orElse(null),
                binder.bind("vardmote.accounts.providers", Bindable.mapOf(String.class, SignIn.class))
                        .orElse(Map.of()),
                binder.bind("vardmote.visitor-sign-in", SignIn.class).orElse(null),
                new Messages(
                        text(environment, "vardmote.sms.endpoint"),
                        text(environment, "vardmote.sms.token"),
                        text(environment, "vardmote.mail.host"),
                        text(environment, "vardmote.mail.from"),
                        text(environment, "vardmote.mail.encryption")),
                binder.bind("vardmote.access.card", Card.class).orElse(null),
                binder.bind("vardmote.media", Media.class).orElse(null),
                new Transport(
                        tls(environment, "certificate"),
                        tls(environment, "certificate-private-key"),
                        tls(environment, "bundle"),
                        text(environment, "vardmote.trusted-proxies"),
                        text(environment, "vardmote.metrics.address")),
                text(environment, "vardmote.data"));
    }

    /** A certificate that is switched off is none. */
    private static @Nullable String tls(ConfigurableEnvironment environment, String name) {
        boolean off = "false".equalsIgnoreCase(text(environment, "server.ssl.enabled"));
        return off ? null : text(environment, "server.ssl." + name);
    }

    /** A line with nothing after the sign is a line that is not filled in. */
    private static @Nullable String text(ConfigurableEnvironment environment, String name) {
        String value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** The names of the four logins that {@code migrate} needs and was not given whole. */
    List<String> missingForMigration() {
        var logins = new LinkedHashMap<String, @Nullable Login>();
        logins.put("vardmote.database", database);
        logins.put("vardmote.keys-database", keysDatabase);
        logins.put("vardmote.owner", owner);
        logins.put("vardmote.keys-owner", keysOwner);
        return logins.entrySet().stream()
                .filter(login -> login.getValue() == null || !login.getValue().complete())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Both databases through the running roles; the owner's ways only where they were given. */
    Databases databases() {
        DatabaseLogin app = required(database);
        DatabaseLogin keysApp = required(keysDatabase);
        return new Databases(
                owner == null ? app : owner.login(), app, keysOwner == null ? keysApp : keysOwner.login(), keysApp);
    }

    private static DatabaseLogin required(@Nullable Login login) {
        if (login == null) throw new IllegalStateException("not checked");
        return login.login();
    }
}
