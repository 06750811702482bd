package se.vardmote.stories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL 18 that somebody else runs: passwords for everybody, and an administrator who is nobody of ours. */
final class OutsidePostgres implements AutoCloseable {
    static final String OWNER_PASSWORD = "9Hq2vXw7Lr4Tz8Kp3Ns6Bd1M";
    static final String APP_PASSWORD = "c5Yg8Jf2Rn7Wq4Ve9Ua3Zk6H";
    private static final String ADMINISTRATOR_PASSWORD = "m3Pd7Xs9Qh2Lk5Tb8Gw4Cv6R";
    private final Path home;
    private final int port;

    private OutsidePostgres(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static OutsidePostgres start() {
        try {
            var home = Files.createTempDirectory(
                    "vardmote-outside-postgres",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            var server = new OutsidePostgres(home, Ports.free());
            server.unpack();
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    JdbcClient administrator() {
        return as("postgres", ADMINISTRATOR_PASSWORD, "postgres");
    }

    JdbcClient owner(String database) {
        return as("vardmote_owner", OWNER_PASSWORD, database);
    }

    DriverManagerDataSource ownerSource(String database) {
        return new DriverManagerDataSource(jdbcUrl(database), "vardmote_owner", OWNER_PASSWORD);
    }

    private JdbcClient as(String user, String password, String database) {
        return JdbcClient.create(new DriverManagerDataSource(jdbcUrl(database), user, password));
    }

    private void unpack() throws IOException {
        try (InputStream archive = OutsidePostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            Files.copy(archive, home.resolve("postgres.txz"));
        }
        run("tar", "-xJf", home + "/postgres.txz", "-C", home.toString());
        Files.writeString(home.resolve("password"), ADMINISTRATOR_PASSWORD);
        Files.createDirectory(home.resolve("data"));
        if (isRoot()) run("chown", "nobody", home + "/data");
    }

    private void launch() throws IOException {
        asOrdinaryUser(
                home + "/bin/initdb",
                "-D",
                home + "/data",
                "-U",
                "postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + home + "/password",
                "--encoding=UTF8",
                "-N");
        asOrdinaryUser(
                home + "/bin/pg_ctl",
                "-D",
                home + "/data",
                "-w",
                "-l",
                home + "/data/log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                "start");
    }

    @Override
    public void close() {
        try {
            asOrdinaryUser(home + "/bin/pg_ctl", "-D", home + "/data", "-m", "immediate", "stop");
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to run as root, which is who runs tests in a container. */
    private void asOrdinaryUser(String... command) throws IOException {
        var words = new ArrayList<String>();
        if (isRoot()) words.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        words.addAll(List.of(command));
        run(words.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String... command) throws IOException {
        Path output = home.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IOException(command[0] + ": " + Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
