package se.vardmote.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Brings the schemas to what this version needs: one schema and one history a module, run by the owner role. */
public final class Migrations {
    /** In the order of the module graph: a module's tables may rely on those before it. */
    static final List<String> MODULES = List.of(
            "platform",
            "audit",
            "retention",
            "organisation",
            "access",
            "notifications",
            "clients",
            "meetings",
            "journal",
            "assessment",
            "disturbances",
            "statistics",
            "accesslog");

    private static final String NEWEST = "latest";

    private final Databases databases;

    public Migrations(Databases databases) {
        this.databases = databases;
    }

    /** Runs what is missing; safe to call again, and from several nodes at once (Flyway locks). */
    public void run() {
        if (upToDate(databases.owner())) return;
        MODULES.forEach(module -> flyway(databases.owner(), databases.app(), module, "db/migration/" + module)
                .migrate());
        flyway(databases.keysOwner(), databases.keysApp(), "public", "db/keys").migrate();
        remember();
    }

    /** Makes the tables as they were at these versions, and remembers nothing: the rows are still to come. */
    void runUntil(boolean keys, Map<String, String> versions) {
        if (keys) {
            flyway(
                            databases.keysOwner(),
                            databases.keysApp(),
                            "public",
                            "db/keys",
                            versions.getOrDefault("public", NEWEST))
                    .migrate();
            return;
        }
        MODULES.stream().filter(versions::containsKey).forEach(module -> flyway(
                        databases.owner(),
                        databases.app(),
                        module,
                        "db/migration/" + module,
                        versions.getOrDefault(module, NEWEST))
                .migrate());
    }

    /** Schema → the last migration that has been run in it. */
    static Map<String, String> versions(JdbcClient jdbc) {
        Map<String, String> versions = new TreeMap<>();
        for (String schema : jdbc.sql("select schemaname from pg_tables where tablename = 'flyway_schema_history'")
                .query(String.class)
                .list()) {
            jdbc.sql("select version from " + schema + ".flyway_schema_history where version is not null"
                            + " order by installed_rank desc limit 1")
                    .query(String.class)
                    .optional()
                    .ifPresent(version -> versions.put(schema, version));
        }
        return versions;
    }

    /** Whether this version of the product has migrated as far as that. */
    static boolean known(Map<String, String> versions) {
        return versions.entrySet().stream().allMatch(entry -> {
            String folder = entry.getKey().equals("public") ? "db/keys" : "db/migration/" + entry.getKey();
            try {
                return new PathMatchingResourcePatternResolver()
                                .getResources("classpath*:" + folder + "/V" + entry.getValue() + "__*.sql")
                                .length
                        == 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether the database is exactly at this version; false also when it cannot be read. */
    public static boolean upToDate(DatabaseLogin login) {
        return fingerprintIn(login).equals(Optional.of(fingerprint()));
    }

    private static Optional<String> fingerprintIn(DatabaseLogin login) {
        try (var connection = login.open()) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select fingerprint from platform.schema_version")
                    .query(String.class)
                    .optional();
        } catch (SQLException | DataAccessException noneYet) {
            return Optional.empty();
        }
    }

    private void remember() {
        try (var connection = databases.owner().open()) {
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("""
                            insert into platform.schema_version (fingerprint, migrated_at) values (?, now())
                            on conflict (only_row) do update set fingerprint = excluded.fingerprint, migrated_at = now()""")
                    .params(fingerprint())
                    .update();
        } catch (SQLException e) {
            throw new IllegalStateException("The schema's version could not be written", e);
        }
    }

    /** Of every migration's name and content, in order. */
    private static String fingerprint() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/**/V*.sql");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file)));
            for (Resource file : files) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Flyway flyway(DatabaseLogin owner, DatabaseLogin app, String schema, String location) {
        return flyway(owner, app, schema, location, NEWEST);
    }

    private static Flyway flyway(
            DatabaseLogin owner, DatabaseLogin app, String schema, String location, String target) {
        return Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:" + location)
                .placeholders(Map.of("app", app.user()))
                .target(target)
                .load();
    }
}
