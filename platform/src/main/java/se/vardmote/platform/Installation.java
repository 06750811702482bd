package se.vardmote.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The databases of an installation and what they were created for. {@code run} starts its own server and may create;
 * {@code serve} is given addresses and refuses what does not fit.
 */
public final class Installation {
    private Installation() {}

    /** Creates or opens the training installation in a data folder, migrates it, and says where it is. */
    public static Databases training(EmbeddedPostgres server, DataDirectory data) throws SQLException {
        Databases databases = Databases.on(server, data.secrets());
        prepare(databases, Environment.TRAINING);
        return databases;
    }

    /**
     * Brings the databases to this version, and writes what they are for if nothing is written yet.
     *
     * @throws WrongEnvironment before anything is touched, when they were created for something else
     */
    public static void prepare(Databases databases, Environment environment) throws SQLException {
        Optional<Environment> earlier = earlierEnvironment(databases.owner());
        if (earlier.isPresent() && earlier.get() != environment) throw new WrongEnvironment(environment);
        new Migrations(databases).run();
        claim(databases.owner(), environment);
    }

    /** As {@link #environmentOf}, of a database that may still be empty. */
    private static Optional<Environment> earlierEnvironment(DatabaseLogin owner) throws SQLException {
        try (var connection = owner.open()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            boolean isEmpty = jdbc.sql("select to_regclass('platform.environment') is null")
                    .query(Boolean.class)
                    .single();
            if (isEmpty) return Optional.empty();
        }
        return environmentOf(owner);
    }

    /**
     * Writes what the database is for if nothing is written yet.
     *
     * @throws WrongEnvironment when it was created for something else
     */
    public static void claim(DatabaseLogin owner, Environment environment) throws SQLException {
        try (var connection = owner.open()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("insert into platform.environment (name) values (:name) on conflict do nothing")
                    .param("name", environment.code())
                    .update();
        }
        if (environmentOf(owner).orElseThrow() != environment) throw new WrongEnvironment(environment);
    }

    /** What the database was created for; empty when nobody has said. */
    public static Optional<Environment> environmentOf(DatabaseLogin login) throws SQLException {
        try (var connection = login.open()) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select name from platform.environment")
                    .query(String.class)
                    .optional()
                    .map(Environment::of);
        }
    }

    /** When the database was claimed for what it is for; empty when nobody has. */
    public static Optional<Instant> beganAt(JdbcClient jdbc) {
        return jdbc.sql("select created_at from platform.environment")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Lets the training jar and the front door, run by the same user, find the running training installation. */
    public static void publish(DataDirectory data, Databases databases, int port) throws IOException {
        var facts = new Properties();
        facts.setProperty("jdbcUrl", databases.owner().jdbcUrl());
        facts.setProperty("ownerUser", databases.owner().user());
        facts.setProperty("ownerPassword", databases.owner().password());
        facts.setProperty("appUser", databases.app().user());
        facts.setProperty("environment", Environment.TRAINING.code());
        facts.setProperty("port", Integer.toString(port));
        Path half = Files.createTempFile(
                data.run(),
                "connection",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(half)) {
            facts.store(out, null);
        }
        Files.move(half, data.run().resolve("connection.properties"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The database belongs to the other kind of installation. */
    public static final class WrongEnvironment extends RuntimeException {
        WrongEnvironment(Environment asked) {
            super("Databasen är inte skapad för " + (asked == Environment.TRAINING ? "provmiljö" : "drift")
                    + ". Välj en annan datamapp eller databas.");
        }
    }

    /** Settings that make a small PostgreSQL comfortable; durability stays at its defaults. */
    public static List<String> serverSettings() {
        return List.of(
                "max_connections=120",
                "shared_buffers=128MB",
                "log_statement=none",
                "log_min_duration_statement=-1",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0",
                "log_error_verbosity=terse",
                "log_min_error_statement=panic");
    }
}
