package se.vardmote.platform;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the schemas to what this version needs: one schema and one history a module, run by the owner role. */
public final class Migrations {
    /** In the order of the module graph: a module's tables may rely on those before it. */
    static final List<String> MODULES = List.of(
            "platform", "audit", "retention", "organisation", "access", "clients", "meetings", "journal", "assessment");

    private final Databases databases;

    public Migrations(Databases databases) {
        this.databases = databases;
    }

    /** Runs what is missing; safe to call again, and from several nodes at once (Flyway locks). */
    public void run() {
        MODULES.forEach(module -> flyway(databases.owner(), databases.app(), module, "db/migration/" + module)
                .migrate());
        flyway(databases.keysOwner(), databases.keysApp(), "public", "db/keys").migrate();
    }

    private static Flyway flyway(DatabaseLogin owner, DatabaseLogin app, String schema, String location) {
        return Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:" + location)
                .failOnMissingLocations(false)
                .placeholders(Map.of("app", app.user()))
                .load();
    }
}
