package se.vardmote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.vardmote.platform.DataDirectory;
import se.vardmote.platform.Databases;
import se.vardmote.platform.EmbeddedPostgres;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.SecretFiles;

/**
 * {@code run}: the training environment on this machine, everything it needs started by itself.
 * It listens on loopback, and by HTTPS on the local network when {@code --lan} asks for it.
 */
final class RunCommand {
    private RunCommand() {}

    static void start(Options options) {
        int port = options.port("port", 8080);
        var data = new DataDirectory(Path.of(options.text("data").orElse("var")));
        Optional<LanDoor> lan = LanDoor.asked(options, port, data);
        try {
            var server = EmbeddedPostgres.start(data.postgres(), data.secrets(), Installation.serverSettings());
            ConfigurableApplicationContext context;
            try {
                context = open(port, data, server, lan);
            } catch (IOException | SQLException | RuntimeException e) {
                // Nobody else stops it.
                server.close();
                throw e;
            }
            // One hook, so that the database goes last.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                server.close();
            }));
        } catch (IOException | SQLException e) {
            throw new Options.Wrong("Databasen startade inte: " + e.getMessage());
        } catch (Installation.WrongEnvironment e) {
            throw new Options.Wrong(e.getMessage());
        }
    }

    private static ConfigurableApplicationContext open(
            int port, DataDirectory data, EmbeddedPostgres server, Optional<LanDoor> lan)
            throws IOException, SQLException {
        Databases databases = Installation.training(server, data);
        Installation.publish(data, databases, port);
        return boot(port, data, databases, lan);
    }

    private static ConfigurableApplicationContext boot(
            int port, DataDirectory data, Databases databases, Optional<LanDoor> lan) {
        List<URI> lanOrigins = lan.map(LanDoor::origins).orElse(List.of());
        return new SpringApplicationBuilder(Vardmote.class)
                .registerShutdownHook(false)
                .profiles("log-file")
                .properties(
                        "server.address=127.0.0.1",
                        "server.port=" + port,
                        "vardmote.media.folder=" + data.janus(),
                        "vardmote.origins=" + join(Stream.concat(origins(port), lanOrigins.stream())),
                        "vardmote.lan-origins=" + join(lanOrigins.stream()),
                        "vardmote.sign-in.authorization-uri=http://start.localhost:" + (port + 1) + "/oauth2/authorize",
                        "vardmote.sign-in.token-uri=http://127.0.0.1:" + (port + 1) + "/oauth2/token",
                        "vardmote.sign-in.jwk-set-uri=http://127.0.0.1:" + (port + 1) + "/oauth2/jwks",
                        "vardmote.sign-in.issuer=http://start.localhost:" + (port + 1),
                        "vardmote.sign-in.client-id=vardmote",
                        "vardmote.sign-in.client-secret=" + data.secrets().text("oidc-client", 32),
                        // Patients and relatives show the training environment's own e-ID, and read its telephone.
                        "vardmote.visitor-sign-in.authorization-uri=http://start.localhost:" + (port + 1)
                                + "/oauth2/authorize",
                        "vardmote.visitor-sign-in.token-uri=http://127.0.0.1:" + (port + 1) + "/oauth2/token",
                        "vardmote.visitor-sign-in.jwk-set-uri=http://127.0.0.1:" + (port + 1) + "/oauth2/jwks",
                        "vardmote.visitor-sign-in.issuer=http://start.localhost:" + (port + 1),
                        "vardmote.visitor-sign-in.client-id=vardmote-visitors",
                        "vardmote.visitor-sign-in.client-secret="
                                + data.secrets().text("oidc-visitor-client", 32),
                        "vardmote.sms.endpoint=http://127.0.0.1:" + (port + 1) + "/sms",
                        "vardmote.sms.token=" + data.secrets().text("sms-gateway", 32),
                        "logging.file.name=" + data.log().resolve("vardmote.log"))
                .initializers(context -> {
                    var generic = (GenericApplicationContext) context;
                    generic.registerBean(Databases.class, () -> databases);
                    generic.registerBean(DataDirectory.class, () -> data);
                    generic.registerBean(SecretFiles.class, data::secrets);
                    generic.registerBean(Environment.class, () -> Environment.TRAINING);
                    lan.ifPresent(door -> generic.registerBean(LanConnector.class, () -> new LanConnector(door)));
                })
                .properties(accounts(port + 1, data))
                .properties(cardPort(port + 4, data))
                .properties(lan.map(door -> "vardmote.media.address=" + door.address()).stream()
                        .toArray(String[]::new))
                .run();
    }

    /** The sign-in service of the cast's social services, which knows people by their number as employees. */
    private static String[] accounts(int port, DataDirectory data) {
        String name = "vardmote.accounts.providers.vellinge.";
        return new String[] {
            name + "label=Vellinge kommun (påhittad)",
            name + "care-provider=TSTNMT2321000156-P04",
            name + "authorization-uri=http://start.localhost:" + port + "/oauth2/authorize",
            name + "token-uri=http://127.0.0.1:" + port + "/oauth2/token",
            name + "jwk-set-uri=http://127.0.0.1:" + port + "/oauth2/jwks",
            name + "issuer=http://start.localhost:" + port,
            name + "client-id=vardmote-konto",
            name + "client-secret=" + data.secrets().text("oidc-account-client", 32),
            name + "claim=employeeNumber"
        };
    }

    /** Where the training environment has made cards. */
    private static String[] cardPort(int port, DataDirectory data) {
        Path server = data.cards().resolve("server.pem");
        if (!Files.exists(server)) return new String[0];
        return new String[] {
            "vardmote.access.card.port=" + port,
            "vardmote.access.card.address=127.0.0.1",
            "vardmote.access.card.origin=https://kort.localhost:" + port,
            "vardmote.access.card.certificate=" + server,
            "vardmote.access.card.private-key=" + server,
            "vardmote.access.card.trust-anchors=" + data.cards().resolve("authority.pem"),
            // Cards of the cast; the level below it is not enough.
            "vardmote.access.card.policies=1.3.6.1.4.1.32473.1",
            "vardmote.access.card.revocation=crl"
        };
    }

    /** Each role has a host of its own, so that two of them can be tried in two windows of one browser. */
    private static Stream<URI> origins(int port) {
        return Stream.concat(
                        Stream.of("localhost"),
                        Stream.of("ipad", "sjukskoterska", "fysioterapeut", "administrator")
                                .map(role -> role + ".localhost"))
                .map(host -> URI.create("http://" + host + ":" + port));
    }

    private static String join(Stream<URI> origins) {
        return origins.map(URI::toString).collect(Collectors.joining(","));
    }
}
