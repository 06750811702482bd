package se.vardmote.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * An installation in production as UPDATING.md says it is made: a PostgreSQL and a Janus of others, roles and databases
 * from the page's own statements, and the commented file with its empty lines filled in.
 */
final class Production implements AutoCloseable {
    private final Path folder;
    private final OutsidePostgres postgres = OutsidePostgres.start();
    private final OutsideJanus janus = OutsideJanus.start();
    private final OwnCertificate certificate;
    private final int firstPort = Ports.free();
    private final int secondPort = Ports.free();
    private final List<ProductionNode> nodes = new ArrayList<>();

    Production() {
        try {
            folder = Files.createTempDirectory("vardmote-production");
            Files.createDirectories(folder.resolve("data"));
            certificate = OwnCertificate.in(folder);
            makeDatabases("vardmote", "keys");
            settings("vardmote.properties", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the statements of UPDATING.md. */
    private void makeDatabases(String main, String keys) throws IOException {
        String page = Files.readString(Installation.root().resolve("UPDATING.md"));
        var block = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(page);
        if (!block.find()) throw new IllegalStateException("UPDATING.md does not say how to make the databases");
        for (String statement : block.group(1)
                .replace("OWNER-PASSWORD", OutsidePostgres.OWNER_PASSWORD)
                .replace("APP-PASSWORD", OutsidePostgres.APP_PASSWORD)
                .replaceAll("(database|,) vardmote\\b(?!_)", "$1 " + main)
                .replaceAll("(database|,) keys\\b", "$1 " + keys)
                .split(";\\s*")) {
            if (!statement.isBlank() && !(statement.startsWith("create role") && !main.equals("vardmote")))
                postgres.administrator().sql(statement).update();
        }
    }

    /** The commented file, with the lines that an operator fills in, and with these instead of what is there. */
    private Path settings(String name, Map<String, String> instead) throws IOException {
        var lines = new LinkedHashMap<String, String>();
        lines.put("vardmote.origins", "https://localhost:" + firstPort + ",https://localhost:" + secondPort);
        lines.put("vardmote.data", folder.resolve("data").toString());
        lines.put("vardmote.database.url", postgres.jdbcUrl("vardmote"));
        lines.put("vardmote.database.password", OutsidePostgres.APP_PASSWORD);
        lines.put("vardmote.keys-database.url", postgres.jdbcUrl("keys"));
        lines.put("vardmote.keys-database.password", OutsidePostgres.APP_PASSWORD);
        lines.put("server.ssl.certificate", certificate.certificate().toString());
        lines.put("server.ssl.certificate-private-key", certificate.privateKey().toString());
        lines.put("server.port", Integer.toString(firstPort));
        lines.put("vardmote.drain.notice", "2s");
        lines.put("vardmote.metrics.port", Integer.toString(Ports.free()));
        lines.put("vardmote.sign-in.client-id", "vardmote");
        lines.put("vardmote.sign-in.client-secret", "k8Rv3Tz6Wm2Qx9Lb4Nc7Hf5P");
        lines.put("vardmote.media.janus", janus.address());
        lines.put("vardmote.media.api-secret", OutsideJanus.API_SECRET);
        lines.put("vardmote.media.admin-key", OutsideJanus.ADMIN_KEY);
        lines.put("vardmote.media.room-key", "f2Jx7Vb4Ld9Sk3Qw8Ym5Tg6Zc1Nr0HpE");
        lines.putAll(instead);
        String text = Files.readString(Installation.root().resolve("conf/vardmote.properties.example"));
        for (var line : lines.entrySet()) text = filledIn(text, line.getKey(), line.getValue());
        return Files.writeString(folder.resolve(name), text);
    }

    /** A setting that the commented file does not mention is a fault of the file. An empty value takes the line away. */
    private static String filledIn(String text, String name, String value) {
        var line = Pattern.compile("(?m)^#?" + Pattern.quote(name) + "=.*$").matcher(text);
        if (!line.find()) throw new IllegalStateException("The commented file does not mention " + name);
        String now = value.isEmpty() ? "#" + name + "=" : name + "=" + value.replace("\\", "\\\\");
        return line.replaceFirst(java.util.regex.Matcher.quoteReplacement(now));
    }

    Path file() {
        return folder.resolve("vardmote.properties");
    }

    Path folder() {
        return folder;
    }

    OwnCertificate certificate() {
        return certificate;
    }

    JdbcClient owner() {
        return postgres.owner("vardmote");
    }

    OutsidePostgres postgres() {
        return postgres;
    }

    /** The owner's ways in, as variables: the file of the nodes knows nothing of them. */
    Map<String, String> ownerVariables() {
        return Map.of(
                "VARDMOTE_OWNER_URL",
                postgres.jdbcUrl("vardmote"),
                "VARDMOTE_OWNER_USER",
                "vardmote_owner",
                "VARDMOTE_OWNER_PASSWORD",
                OutsidePostgres.OWNER_PASSWORD,
                "VARDMOTE_KEYSOWNER_URL",
                postgres.jdbcUrl("keys"),
                "VARDMOTE_KEYSOWNER_USER",
                "vardmote_owner",
                "VARDMOTE_KEYSOWNER_PASSWORD",
                OutsidePostgres.OWNER_PASSWORD);
    }

    FrontDoor.Said migrate() {
        return FrontDoor.say(folder, ownerVariables(), "migrate", "--config", file().toString());
    }

    FrontDoor.Said verifyAudit() {
        return FrontDoor.say(folder, Map.of(), "audit-verify", "--config", file().toString());
    }

    /** Another pair of empty databases on the same server, for what must not happen to the first. */
    Another anotherDatabase(String main, String keys) throws IOException {
        makeDatabases(main, keys);
        return new Another(main, keys);
    }

    /** The same installation but for its databases. */
    final class Another {
        private final String main;
        private final String keys;

        private Another(String main, String keys) {
            this.main = main;
            this.keys = keys;
        }

        JdbcClient owner() {
            return postgres.owner(main);
        }

        FrontDoor.Said migrate() throws IOException {
            var variables = new HashMap<>(ownerVariables());
            variables.put("VARDMOTE_OWNER_URL", postgres.jdbcUrl(main));
            variables.put("VARDMOTE_KEYSOWNER_URL", postgres.jdbcUrl(keys));
            return FrontDoor.say(folder, variables, "migrate", "--config", written(Map.of()));
        }

        FrontDoor.Said serveAndFail(Map<String, String> instead) throws IOException {
            return FrontDoor.say(folder, Map.of(), "serve", "--config", written(instead));
        }

        private String written(Map<String, String> instead) throws IOException {
            var lines = new HashMap<>(instead);
            lines.put("vardmote.database.url", postgres.jdbcUrl(main));
            lines.put("vardmote.keys-database.url", postgres.jdbcUrl(keys));
            return settings("another.properties", lines).toString();
        }
    }

    ProductionNode firstNode() {
        return node(firstPort, Map.of());
    }

    /** The same file; what differs is told by variables. */
    ProductionNode secondNode() {
        return node(
                secondPort,
                Map.of(
                        "SERVER_PORT", Integer.toString(secondPort),
                        "VARDMOTE_METRICS_PORT", Integer.toString(Ports.free())));
    }

    private ProductionNode node(int port, Map<String, String> variables) {
        HttpClient client =
                HttpClient.newBuilder().sslContext(certificate.trust()).build();
        Running process = Running.start(
                FrontDoor.command("serve", "--config", file().toString()),
                folder.resolve("node-" + port + ".log"),
                URI.create("https://localhost:" + port + "/halsa/redo"),
                client,
                variables);
        var node = new ProductionNode(URI.create("https://localhost:" + port), process, client);
        nodes.add(node);
        return node;
    }

    @Override
    public void close() {
        nodes.forEach(ProductionNode::close);
        janus.close();
        postgres.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
