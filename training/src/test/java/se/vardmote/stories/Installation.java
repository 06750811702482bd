package se.vardmote.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The product and the training environment, started as {@code ./vardmote run} starts them: two processes on free ports
 * and a data folder of their own, which goes when this is closed.
 */
final class Installation implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getenv().getOrDefault("VARDMOTE_ROOT", ".."))
            .toAbsolutePath()
            .normalize();
    private static final Path PRODUCT =
            ROOT.resolve(System.getenv().getOrDefault("VARDMOTE_PRODUCT_JAR", "platform/target/vardmote.jar"));
    private static final String PRODUCT_OPTION =
            System.getenv().getOrDefault("VARDMOTE_PRODUCT_OPTION", "-Xshare:auto");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private final Path data;
    private final Path outputs;
    private final int port;
    private final int figuresPort = Ports.free();
    /** The machine's address, where tablets on the local network come in too; null where only this machine does. */
    private final @Nullable String lan;

    private final List<ProcessHandle> helpers = new ArrayList<>();
    private Running product;
    private Running training;
    private boolean closed;

    private final Map<String, String> environment;

    private Installation(Path data, int port, Extra extra, Map<String, String> environment) throws IOException {
        this.data = data;
        this.environment = environment;
        this.port = port;
        this.lan = extra == Extra.LAN ? preparedLan() : null;
        if (extra == Extra.CARDS) prepareCards();
        this.outputs = Files.createDirectories(data.resolve("outputs"));
        // A run that is stopped half-way leaves nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        this.product = startProduct();
        this.training = startTraining();
    }

    /** A new and empty installation, ready for people. */
    static Installation start() {
        return start(Extra.NOTHING, Map.of());
    }

    /** One that tablets on the local network reach too, as with {@code ./vardmote run --lan}. */
    static Installation startOnLan() {
        return start(Extra.LAN, Map.of());
    }

    /** One with a card port and cards of the cast, as {@code ./vardmote run} makes them. */
    static Installation startWithCards() {
        return start(Extra.CARDS, Map.of());
    }

    /** What is prepared before the product starts. */
    private enum Extra {
        NOTHING,
        LAN,
        CARDS
    }

    /** Where the card port answers. */
    String cardOrigin() {
        return "https://kort.localhost:" + (port + 4);
    }

    /** The file with somebody's card; its code is {@code vardmote}. */
    Path card(String slug) {
        return data.resolve("secrets/card/" + slug + ".p12");
    }

    /** One as where no media server is installed: pages send to each other. */
    static Installation startWithoutMediaServer() {
        return start(Extra.NOTHING, Map.of("VARDMOTE_MEDIA_DIRECT", "true"));
    }

    private static Installation start(Extra extra, Map<String, String> environment) {
        try {
            // PostgreSQL may run as another user than this process and must be able to pass through.
            var data = Files.createTempDirectory(
                    "vardmote-story",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            return new Installation(data, freePorts(), extra, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address of the product under a role's host: {@code ipad}, {@code sjukskoterska}, {@code administrator}. */
    String url(String role, String path) {
        return "http://" + role + ".localhost:" + port + path;
    }

    /** The training environment's page where one click makes somebody a person of the cast. */
    String startPage() {
        return "http://start.localhost:" + (port + 1) + "/";
    }

    /** An address of the product for programs that know nothing of names below {@code localhost}. */
    String loopback(String path) {
        return "http://localhost:" + port + path;
    }

    /** Where the product tells how much goes on. */
    URI figures() {
        return URI.create("http://127.0.0.1:" + figuresPort + "/metrics");
    }

    String lanHost() {
        return Objects.requireNonNull(lan);
    }

    /** An address of the product for a tablet on the local network. */
    String lan(String path) {
        return "https://" + lanHost() + ":" + (port + 2) + path;
    }

    /** The page that explains to the tablet how to trust. */
    String trustPage() {
        return "http://" + lanHost() + ":" + (port + 3) + "/";
    }

    /** What the tablet is asked to trust. */
    Path authority() {
        return data.resolve("secrets/lan/authority.pem");
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    static Path root() {
        return ROOT;
    }

    long productPid() {
        return product.pid();
    }

    /** Kills the product as a power cut would, and starts it again on the same data. */
    void kill9AndRestart() {
        rememberHelpers();
        product.kill9();
        product = startProduct();
    }

    /** Stops the product in order; its database goes with it. */
    void stopProduct() {
        product.close();
    }

    /** The product's start once more, to its bad end: what it said, with its exit code. */
    FrontDoor.Said startAndFail() {
        return FrontDoor.run(data, Map.of(), command(PRODUCT, "run", port));
    }

    /** Stops the product in order and starts it again; says how long the start took. */
    Duration restart() {
        product.close();
        long began = System.nanoTime();
        product = startProduct();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Everything that the processes have written for people who operate them: logs and outputs, never data files. */
    List<Path> writings() {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(this::isWriting).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of the two databases: tables, indexes, write-ahead log. */
    List<Path> databaseFiles() {
        try (Stream<Path> files = Files.walk(data.resolve("postgres"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/programs-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a story: whoever was left in the queue has gone, so that the next story's is the only row. */
    void nobodyWaits() {
        database()
                .sql("update assessment.drop_in set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
    }

    /** The product's database, as its owner. */
    /** As after two hours without anybody at any computer. */
    void everySessionWasLastSeenTwoHoursAgo() {
        database()
                .sql(
                        "update access.session set last_seen_at = last_seen_at - interval '2 hours' where revoked_at is null")
                .update();
    }

    JdbcClient database() {
        return database("vardmote");
    }

    /** The database of keys, as its owner. */
    JdbcClient keysDatabase() {
        return database("keys");
    }

    /** The product's database, as its owner, for more than one statement at a time. */
    Connection connection() throws SQLException {
        return source("vardmote").getConnection();
    }

    private JdbcClient database(String name) {
        return JdbcClient.create(source(name));
    }

    private DataSource source(String name) {
        var connection = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("run/connection.properties"))) {
            connection.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DriverManagerDataSource(
                connection.getProperty("jdbcUrl").replaceFirst("[^/]+$", name),
                connection.getProperty("ownerUser"),
                connection.getProperty("ownerPassword"));
    }

    private boolean isWriting(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".log") || file.startsWith(outputs) || name.endsWith(".jsonl");
    }

    private Running startProduct() {
        var settings = new HashMap<>(environment);
        settings.put("VARDMOTE_METRICS_PORT", Integer.toString(figuresPort));
        try (var client = HttpClient.newHttpClient()) {
            return Running.start(
                    command(PRODUCT, "run", port),
                    outputs.resolve("product"),
                    URI.create("http://127.0.0.1:" + port + "/halsa/redo"),
                    client,
                    settings);
        }
    }

    private Running startTraining() {
        return Running.start(
                command(ROOT.resolve("training/target/vardmote-training.jar"), "", port + 1),
                outputs.resolve("training"),
                URI.create("http://127.0.0.1:" + (port + 1) + "/halsa/redo"));
    }

    private List<String> command(Path jar, String verb, int ownPort) {
        var words = new ArrayList<>(List.of(
                JAVA.toString(),
                jar.equals(PRODUCT) ? PRODUCT_OPTION : "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        if (!verb.isEmpty()) {
            words.add(verb);
        }
        words.addAll(List.of("--port", Integer.toString(ownPort), "--data", data.toString()));
        if (lan != null) {
            words.addAll(List.of("--lan", lan));
        }
        return words;
    }

    /** As the front door does before the product starts: the first line of the answer is the address. */
    private String preparedLan() throws IOException {
        var words = new ArrayList<>(command(ROOT.resolve("training/target/vardmote-training.jar"), "lan", port + 1));
        words.addAll(List.of("--lan", "auto"));
        var process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var answer = process.inputReader(StandardCharsets.UTF_8)) {
            return Objects.requireNonNull(answer.readLine(), "no address");
        }
    }

    private void prepareCards() throws IOException {
        var words = command(ROOT.resolve("training/target/vardmote-training.jar"), "cards", port + 1);
        var process = new ProcessBuilder(words).inheritIO().start();
        try {
            if (process.waitFor() != 0) throw new IllegalStateException("no cards were made");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the product has started and a kill −9 leaves behind. */
    private void rememberHelpers() {
        if (product != null) {
            product.descendants().forEach(helpers::add);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (var first = training;
                var second = product) {
            rememberHelpers();
        } finally {
            postmaster().ifPresent(ProcessHandle::destroy);
            helpers.forEach(ProcessHandle::destroyForcibly);
            delete();
        }
    }

    /** PostgreSQL, where it still runs: its first line of {@code postmaster.pid} is its process. */
    private Optional<ProcessHandle> postmaster() {
        try (Stream<Path> files = Files.walk(data.resolve("postgres"), 2)) {
            var file = files.filter(path -> path.endsWith("postmaster.pid")).findFirst();
            return file.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file.get()).getFirst()));
        } catch (IOException | UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below those that the system gives out by itself: else the database takes the second before training does. */
    private static int freePorts() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 20_000);
            try (var first = new ServerSocket(port);
                    var second = new ServerSocket(port + 1);
                    var third = new ServerSocket(port + 2);
                    var fourth = new ServerSocket(port + 3);
                    var fifth = new ServerSocket(port + 4)) {
                return fifth.getLocalPort() - 4;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("No five free ports side by side");
    }
}
