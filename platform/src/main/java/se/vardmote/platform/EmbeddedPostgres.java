package se.vardmote.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 started by us, for {@code run} and for tests: loopback only, password on every connection, durable
 * (fsync on). One that outlived a crash of ours is taken over when it answers, else stopped and started anew.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private final PostgresBinaries binaries;
    private final Path data;
    private final Path logFile;
    private final String password;
    private final List<String> settings;

    private EmbeddedPostgres(PostgresBinaries binaries, Path folder, String password, List<String> settings) {
        this.binaries = binaries;
        this.data = folder.resolve("data-" + PostgresBinaries.MAJOR);
        this.logFile = folder.resolve("postgres.log");
        this.password = password;
        this.settings = settings;
    }

    /**
     * Starts it, or takes over one that runs.
     *
     * @param folder holds programs, data and log; made when missing
     * @param secrets where the superuser's password is kept
     * @param settings extra {@code name=value} server settings
     * @throws IOException with PostgreSQL's own last words when it will not start
     */
    public static EmbeddedPostgres start(Path folder, SecretFiles secrets, List<String> settings) throws IOException {
        Files.createDirectories(folder);
        var server = new EmbeddedPostgres(
                PostgresBinaries.in(folder), folder, secrets.text("postgres-superuser", 24), settings);
        server.ensureRunning();
        return server;
    }

    /** Whether a server has been started on this folder and not stopped since; a crash leaves it true. */
    public static boolean isRunning(Path folder) {
        return Files.exists(folder.resolve("data-" + PostgresBinaries.MAJOR).resolve("postmaster.pid"));
    }

    /** The superuser's way into a database; used to create roles and databases, never to serve. */
    public DatabaseLogin superuser(String database) {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, SUPERUSER, password);
    }

    @Override
    public void close() {
        stop("fast");
    }

    /** Without writing out what is in memory: for data that nobody will read again. */
    void abandon() {
        stop("immediate");
    }

    private void stop(String mode) {
        try {
            command(binaries.program("pg_ctl"), "stop", "-D", data.toString(), "-m", mode, "-w", "-t", "30");
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop in time; it recovers at the next start");
        }
    }

    private void ensureRunning() throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) initialise();
        if (Files.exists(pidFile())) {
            if (answers()) return;
            stopOrphan();
        }
        launch();
    }

    private void initialise() throws IOException {
        Path passwordFile = Files.createTempFile(
                "vardmote", ".pw", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            // ICU with sv-SE sorts å, ä, ö last, as every Swedish list expects.
            command(
                    binaries.program("initdb"),
                    "-D",
                    data.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=icu",
                    "--icu-locale=sv-SE");
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void launch() throws IOException {
        var options =
                new StringBuilder("-p " + freePort() + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        settings.forEach(setting -> options.append(" -c ").append(setting));
        try {
            command(
                    binaries.program("pg_ctl"),
                    "start",
                    "-D",
                    data.toString(),
                    "-w",
                    "-t",
                    "60",
                    "-l",
                    logFile.toString(),
                    "-o",
                    options.toString());
        } catch (IOException e) {
            throw new IOException("PostgreSQL did not start. Its log: " + logFile, e);
        }
    }

    private boolean answers() {
        try (var connection = superuser("postgres").open()) {
            return connection.isValid(2);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private void stopOrphan() throws IOException {
        try {
            command(binaries.program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "20");
        } catch (IOException notRunning) {
            // A pid file left by a power cut names a process that is gone or somebody else's: PostgreSQL checks itself.
            log.info("No earlier PostgreSQL to stop for this data folder");
        }
    }

    private int port() {
        try {
            return Integer.parseInt(Files.readAllLines(pidFile()).get(3));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("PostgreSQL is not running in " + data, e);
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void command(String... words) throws IOException {
        List<String> full = new ArrayList<>(asOrdinaryUser());
        full.addAll(List.of(words));
        Path output = Files.createTempFile("vardmote-postgres", ".out");
        try {
            // Output goes to a file: the server inherits it, and a pipe would keep us waiting for its end.
            Process process = new ProcessBuilder(full)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("No answer in 90 s from " + words[0]);
            }
            if (process.exitValue() != 0)
                throw new IOException(Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    /** PostgreSQL refuses to run as root; an unmapped user namespace makes root nobody without any set-up. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }
}
