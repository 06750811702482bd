package se.vardmote;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        @Nullable URI janus,
        @Nullable String certificate,
        @Nullable String trustedProxies,
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

    /** The identity provider of staff. */
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
                binder.bind("vardmote.media.janus", URI.class).orElse(null),
                environment.getProperty("server.ssl.certificate", environment.getProperty("server.ssl.bundle")),
                environment.getProperty("vardmote.trusted-proxies"),
                environment.getProperty("vardmote.data"));
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
