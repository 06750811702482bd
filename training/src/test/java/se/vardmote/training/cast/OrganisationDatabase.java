package se.vardmote.training.cast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL of its own with the product's register of organisations and its duty table, empty. */
public final class OrganisationDatabase implements AutoCloseable {

    private final Path home;
    private final int port;

    private OrganisationDatabase(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    public static OrganisationDatabase fresh() throws IOException {
        Path home = Files.createTempDirectory("vardmote-training-postgres");
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);
        int port = freePort();
        unpack(home);
        Files.createDirectory(home.resolve("data"));
        run(home, "chown", "nobody", home + "/data");
        asNobody(home, home + "/bin/initdb", "-D", home + "/data", "-U", "owner", "-A", "trust", "-E", "UTF8", "-N");
        asNobody(home, start(home, port));
        OrganisationDatabase database = new OrganisationDatabase(home, port);
        database.createTables();
        return database;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public DataSource owner() {
        return new DriverManagerDataSource(jdbcUrl(), "owner", "unused");
    }

    public JdbcClient client() {
        return JdbcClient.create(owner());
    }

    /** Every row of every table that the cast writes to, as text in a stable order. */
    public List<String> contents() {
        return Stream.of(
                        "organisation.care_provider",
                        "organisation.care_unit",
                        "organisation.staff",
                        "organisation.commission",
                        "organisation.account",
                        "organisation.qualification",
                        "organisation.meeting_right",
                        "organisation.assignment",
                        "organisation.system_administrator",
                        "organisation.head_of_unit",
                        "organisation.device",
                        "assessment.duty_rule",
                        "organisation.setting")
                .flatMap(table -> client()
                        .sql("select '%1$s ' || t::text from %1$s t order by 1".formatted(table))
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    @Override
    public void close() throws IOException {
        asNobody(home, home + "/bin/pg_ctl", "-D", home + "/data", "-m", "immediate", "stop");
        FileSystemUtils.deleteRecursively(home);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String[] start(Path home, int port) {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off";
        return new String[] {
            home + "/bin/pg_ctl", "-D", home + "/data", "-w", "-l", home + "/data/log", "-o", options, "start"
        };
    }

    /** As the product itself creates them: its migrations are the only truth about its tables. */
    private void createTables() throws IOException {
        // Simple queries: the driver would take a function's body apart at its semicolons.
        JdbcClient client = JdbcClient.create(
                new DriverManagerDataSource(jdbcUrl() + "?preferQueryMode=simple", "owner", "unused"));
        client.sql("create role app").update();
        for (String module : List.of("platform", "organisation", "clients", "assessment")) {
            client.sql("create schema " + module).update();
            for (Path migration : migrationsOf(module)) {
                client.sql(Files.readString(migration).replace("${app}", "app")).update();
            }
        }
        client.sql("insert into platform.environment (name) values ('training')")
                .update();
    }

    private static List<Path> migrationsOf(String module) throws IOException {
        Path folder = Path.of("../platform/src/main/resources/db/migration", module);
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparingInt(OrganisationDatabase::version))
                    .toList();
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    private static void unpack(Path home) throws IOException {
        try (InputStream archive = OrganisationDatabase.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            Files.copy(archive, home.resolve("postgres.txz"));
        }
        run(home, "tar", "-xJf", home + "/postgres.txz", "-C", home.toString());
    }

    /** PostgreSQL refuses to run as root, which is who runs tests in a container. */
    private static void asNobody(Path home, String... command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        whole.addAll(List.of(command));
        run(home, whole.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(Path home, String... command) throws IOException {
        if (command[0].equals("chown") && !isRoot()) {
            return;
        }
        Path output = home.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command[0] + ": " + Files.readString(output));
        }
    }
}
