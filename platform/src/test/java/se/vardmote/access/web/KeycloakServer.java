package se.vardmote.access.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * A real Keycloak on a port of its own, with one realm, unpacked from the distribution that {@code ./vardmote test --thorough}
 * fetches from Maven Central. Its database is in memory; it ends with the test, and so do the processes below it.
 */
final class KeycloakServer implements AutoCloseable {
    private static final Path DISTRIBUTION = Path.of("..", "target", "keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final int port = TestHouse.freePort();
    private final Path home;
    private final Process process;

    /** @param realm of that name, as JSON for its import */
    KeycloakServer(String name, String realm) throws IOException, InterruptedException {
        home = unpack(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "keycloak-"));
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import").resolve(name + "-realm.json"), realm);
        process = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        awaitRealm(issuer(name));
    }

    String origin() {
        return "http://localhost:" + port;
    }

    String issuer(String realm) {
        return origin() + "/realms/" + realm;
    }

    @Override
    public void close() throws IOException {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        try (Stream<Path> files = Files.walk(home.getParent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private void awaitRealm(String issuer) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        try (var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                    .build();
            while (Instant.now().isBefore(end) && process.isAlive()) {
                try {
                    if (http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
                } catch (IOException notYet) {
                    // It has not opened its port.
                }
                Thread.sleep(500);
            }
        }
        String said = Files.readString(home.resolve("output"), StandardCharsets.UTF_8);
        close();
        throw new IllegalStateException("Keycloak did not start: " + said);
    }

    private static Path unpack(Path into) throws IOException {
        try (InputStream file = Files.newInputStream(distribution());
                var zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) throw new IOException("leads out: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
        try (Stream<Path> one = Files.list(into)) {
            return one.findFirst().orElseThrow();
        }
    }

    private static Path distribution() throws IOException {
        List<Path> found = List.of();
        if (Files.isDirectory(DISTRIBUTION)) {
            try (Stream<Path> files = Files.list(DISTRIBUTION)) {
                found = files.filter(file -> file.toString().endsWith(".zip")).toList();
            }
        }
        if (found.isEmpty())
            throw new IllegalStateException(
                    "No Keycloak in " + DISTRIBUTION.toAbsolutePath() + ": run ./vardmote test --thorough");
        return found.getFirst();
    }
}
