package se.vardmote.access.web;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import se.vardmote.Vardmote;
import se.vardmote.access.Assurance;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.DataDirectory;
import se.vardmote.platform.Databases;
import se.vardmote.platform.Environment;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;

/** The whole product on a port of its own, with a database, a cast, a clock and an identity provider of the test's. */
public final class TestHouse implements AutoCloseable {
    /** As long as a key for signing, for one who would sign with it. */
    static final String CLIENT_SECRET = "0123456789abcdef0123456789abcdef";

    private static @Nullable TestHouse kept;

    public final TestDatabase database = TestDatabase.fresh();
    public final TestCast cast = TestCast.in(database);
    final FakeIdentityProvider provider = new FakeIdentityProvider();
    final FakeIdentityProvider accounts = new FakeIdentityProvider();
    final int port = freePort();
    private final ConfigurableApplicationContext context;

    private final String[] more;

    /** @param more settings besides the usual, {@code name=value} */
    public TestHouse(String... more) {
        this(false, more);
    }

    private TestHouse(boolean accounts, String[] more) {
        this.more =
                accounts ? Stream.concat(Stream.of(more), Stream.of(vellinge())).toArray(String[]::new) : more;
        try {
            var data = new DataDirectory(Files.createTempDirectory(Path.of("target"), "house-"));
            context = start(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The usual one, which stays for the next who asks: then its database, cast and clock are as in a new one, in a tenth of the
     * time. For one test at a time, which does not close it.
     */
    public static synchronized TestHouse anew() {
        if (kept == null) {
            kept = new TestHouse();
        } else {
            kept.renew();
        }
        return kept;
    }

    private void renew() {
        var pools = context.getBeansOfType(HikariDataSource.class).values();
        pools.forEach(TestDatabase::leave);
        database.renew();
        // Whoever came between has a connection to what is gone.
        pools.forEach(TestDatabase::leave);
        TestCast.in(database);
        clock().set(now());
    }

    /** One where Vellinge has a sign-in service of its own, which names people by {@code employeeNumber}. */
    static TestHouse withAccounts() {
        return new TestHouse(true, new String[0]);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return port;
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    /** Ours too, but behind TLS, on an address that this house does not listen at. */
    public String lanOrigin() {
        return "https://192.0.2.9:" + port;
    }

    public TestBrowser browser() {
        return new TestBrowser(origin());
    }

    public TestClock clock() {
        return context.getBean(TestClock.class);
    }

    /** A browser in which somebody of the register has signed in with a card. */
    public TestBrowser signedIn(String hsaId) {
        TestBrowser browser = browser();
        var asked = URI.create(TestBrowser.location(browser.get("/logga-in/tjanst")));
        browser.get(provider.approve(asked, hsaId, Assurance.LOA3.acr()).toString());
        return browser;
    }

    /** A browser in which somebody has signed in with an account of Vellinge. */
    TestBrowser withAccount(String number) {
        TestBrowser browser = browser();
        accounts.claims.put("employeeNumber", number);
        var asked = URI.create(TestBrowser.location(browser.get("/logga-in/konto/vellinge")));
        browser.get(accounts.approve(asked, "any", Assurance.LOA2.acr()).toString());
        return browser;
    }

    private String[] vellinge() {
        String name = "vardmote.accounts.providers.vellinge.";
        return new String[] {
            name + "label=Vellinge kommun",
            name + "care-provider=SE2120001132-V001",
            name + "authorization-uri=" + accounts.address() + "/authorize",
            name + "token-uri=" + accounts.address() + "/token",
            name + "jwk-set-uri=" + accounts.address() + "/jwks",
            name + "issuer=" + accounts.address(),
            name + "client-id=vardmote",
            name + "client-secret=" + CLIENT_SECRET,
            name + "claim=employeeNumber"
        };
    }

    @Override
    public void close() {
        context.close();
        provider.close();
        accounts.close();
        database.close();
    }

    private ConfigurableApplicationContext start(DataDirectory data) {
        return new SpringApplicationBuilder(Vardmote.class, Twins.class)
                .registerShutdownHook(false)
                .properties(
                        "server.address=127.0.0.1",
                        "server.port=" + port,
                        "db-scheduler.enabled=false",
                        "vardmote.origins=http://localhost:" + port + ",http://ipad.localhost:" + port + ","
                                + lanOrigin(),
                        "vardmote.lan-origins=" + lanOrigin(),
                        "vardmote.sign-in.authorization-uri=" + provider.address() + "/authorize",
                        "vardmote.sign-in.token-uri=" + provider.address() + "/token",
                        "vardmote.sign-in.jwk-set-uri=" + provider.address() + "/jwks",
                        "vardmote.sign-in.issuer=" + provider.address(),
                        "vardmote.sign-in.client-id=vardmote",
                        "vardmote.sign-in.client-secret=" + CLIENT_SECRET,
                        // The same provider, with another answer's address: as a broker that serves both would.
                        "vardmote.visitor-sign-in.authorization-uri=" + provider.address() + "/authorize",
                        "vardmote.visitor-sign-in.token-uri=" + provider.address() + "/token",
                        "vardmote.visitor-sign-in.jwk-set-uri=" + provider.address() + "/jwks",
                        "vardmote.visitor-sign-in.issuer=" + provider.address(),
                        "vardmote.visitor-sign-in.client-id=vardmote",
                        "vardmote.visitor-sign-in.client-secret=" + CLIENT_SECRET)
                .properties(more)
                .initializers(any -> {
                    var generic = (GenericApplicationContext) any;
                    generic.registerBean(Databases.class, database::databases);
                    generic.registerBean(DataDirectory.class, () -> data);
                    generic.registerBean(SecretFiles.class, data::secrets);
                    generic.registerBean(Environment.class, () -> Environment.TRAINING);
                })
                .run();
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration
    static class Twins {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock(now());
        }
    }
}
