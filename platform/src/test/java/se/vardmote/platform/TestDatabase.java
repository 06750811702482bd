package se.vardmote.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A freshly migrated pair of databases on a real PostgreSQL 18, one server a JVM, one copy of a migrated template a
 * call. The roles are the real ones: what the running role may not do, it may not do here. Close it: it lies in memory.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final int number;
    private final Databases databases;
    private final HikariDataSource app;
    private final HikariDataSource keys;
    private final HikariDataSource audit;

    private TestDatabase(int number, Databases databases) {
        this.number = number;
        this.databases = databases;
        this.app = pool(databases.app());
        this.keys = pool(databases.keysApp());
        this.audit = pool(databases.app());
    }

    public static TestDatabase fresh() {
        try {
            int number = COUNT.incrementAndGet();
            return new TestDatabase(number, Server.INSTANCE.copy(number));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two databases that nobody has migrated yet. */
    public static TestDatabase empty() {
        try {
            int number = COUNT.incrementAndGet();
            return new TestDatabase(number, Server.INSTANCE.named(number));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the server keeps the files of all databases, its write-ahead log among them. */
    public static Path serverFolder() {
        return Server.INSTANCE.folder;
    }

    public Databases databases() {
        return databases;
    }

    public DataSource appDataSource() {
        return app;
    }

    public JdbcClient app() {
        return JdbcClient.create(app);
    }

    public JdbcClient keys() {
        return JdbcClient.create(keys);
    }

    public JdbcClient audit() {
        return JdbcClient.create(audit);
    }

    public JdbcClient owner() {
        return JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                databases.owner().jdbcUrl(),
                databases.owner().user(),
                databases.owner().password()));
    }

    /** The administrator of the server, who is nobody of ours. */
    public JdbcClient superuser() {
        DatabaseLogin login = Server.INSTANCE.postgres.superuser("postgres");
        return JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                login.jdbcUrl(), login.user(), login.password()));
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(app));
    }

    /** Returns when what runs elsewhere waits for a lock that somebody holds here, or is done without. */
    public void awaitHeldUp(Future<?> elsewhere) {
        JdbcClient server = superuser();
        String waiting =
                "select count(*) from pg_stat_activity where datname = ? and cardinality(pg_blocking_pids(pid)) > 0";
        while (!elsewhere.isDone()
                && server.sql(waiting)
                                .params(Server.MAIN + number)
                                .query(Integer.class)
                                .single()
                        == 0) Thread.onSpinWait();
    }

    /** Makes it what it was when it was fresh. Whoever has a connection has to open another. */
    public void renew() {
        Server.INSTANCE.drop(number, " with (force)");
        Stream.of(app, keys, audit).forEach(TestDatabase::leave);
        try {
            Server.INSTANCE.copy(number);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go of all connections of a pool, which may be dead. */
    public static void leave(HikariDataSource pool) {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        app.close();
        keys.close();
        audit.close();
        // What somebody still has open stays, until the server is gone.
        Server.INSTANCE.drop(number, "");
    }

    private static HikariDataSource pool(DatabaseLogin login) {
        var config = new HikariConfig();
        config.setJdbcUrl(login.jdbcUrl());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** The server of this JVM, stopped when the JVM ends. */
    private static final class Server {
        private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);
        private static final String FOLDER = "vardmote-test-";
        private static final String MAIN = "test_";
        private static final String KEYS = "keys_";
        /** For some hundred databases, and the machine's other needs. */
        private static final long ROOM = 8L << 30;

        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;
        private final Connection superuser;
        private final SecretFiles secrets;
        private final Path folder;

        private Server() {
            try {
                Path programs = Files.createDirectories(
                        Path.of("target", "test-postgres").toAbsolutePath());
                folder = Files.createTempDirectory(memoryOr(programs), FOLDER);
                // The programs are unpacked once for all test runs.
                PostgresBinaries.in(programs);
                String unpacked = "programs-" + PostgresBinaries.VERSION;
                Files.createSymbolicLink(folder.resolve(unpacked), programs.resolve(unpacked));
                secrets = new SecretFiles(folder.resolve("secrets"));
                postgres = EmbeddedPostgres.start(folder, secrets, List.of("fsync=off", "max_connections=300"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
                new Migrations(Databases.on(postgres, secrets, "template_main", "template_keys")).run();
                superuser = postgres.superuser("postgres").open();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The test database did not start", e);
            }
        }

        /** A database is a thousand small files: in memory they are copied ten times faster than on a disk. */
        private static Path memoryOr(Path disk) {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory) && memory.toFile().getUsableSpace() > ROOM ? memory : disk;
        }

        Databases named(int number) throws SQLException {
            return Databases.on(postgres, secrets, MAIN + number, KEYS + number);
        }

        Databases copy(int number) throws SQLException {
            for (String kind : List.of(MAIN, KEYS)) {
                String template = kind.equals(MAIN) ? "template_main" : "template_keys";
                // File by file, without the log: half the time where the files lie in memory.
                run("create database " + kind + number + " template " + template + " owner " + Databases.OWNER
                        + " strategy file_copy");
            }
            return named(number);
        }

        void drop(int number, String how) {
            for (String name : List.of(MAIN + number, KEYS + number)) {
                try {
                    run("drop database if exists " + name + how);
                } catch (SQLException stillOpen) {
                    log.debug("{} is still open", name);
                }
            }
        }

        /** One connection for all of it: opening one takes as long as a small copy. */
        private synchronized void run(String sql) throws SQLException {
            try (var statement = superuser.createStatement()) {
                statement.execute(sql);
            }
        }

        private void stop(Path folder) {
            postgres.abandon();
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                // Nothing to save: the next clean build removes target/.
            }
        }
    }
}
