package se.vardmote.platform;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two databases and their two roles. The owner migrates; the restricted role runs and can neither change nor delete
 * audit rows. {@code keys} is apart so that its backups can live shorter than those of the data they unlock.
 *
 * @param owner owner of {@code vardmote}
 * @param app the running role in {@code vardmote}
 * @param keysOwner owner of {@code keys}
 * @param keysApp the running role in {@code keys}
 */
public record Databases(DatabaseLogin owner, DatabaseLogin app, DatabaseLogin keysOwner, DatabaseLogin keysApp) {
    static final String OWNER = "vardmote_owner";
    static final String APP = "vardmote_app";

    /** Creates roles and databases that are missing on a server that we started ourselves. */
    public static Databases on(EmbeddedPostgres server, SecretFiles secrets) throws SQLException {
        return on(server, secrets, "vardmote", "keys");
    }

    static Databases on(EmbeddedPostgres server, SecretFiles secrets, String main, String keys) throws SQLException {
        String ownerPassword = secrets.text("postgres-owner", 24);
        String appPassword = secrets.text("postgres-app", 24);
        try (Connection connection = server.superuser("postgres").open()) {
            ensureRole(connection, OWNER, ownerPassword);
            ensureRole(connection, APP, appPassword);
            ensureDatabase(connection, main);
            ensureDatabase(connection, keys);
        }
        String mainUrl = server.superuser(main).jdbcUrl();
        String keysUrl = server.superuser(keys).jdbcUrl();
        return new Databases(
                new DatabaseLogin(mainUrl, OWNER, ownerPassword),
                new DatabaseLogin(mainUrl, APP, appPassword),
                new DatabaseLogin(keysUrl, OWNER, ownerPassword),
                new DatabaseLogin(keysUrl, APP, appPassword));
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        if (exists(connection, "select 1 from pg_roles where rolname = ?", role)) return;
        try (var statement = connection.createStatement()) {
            // Our own base64url text: no quote can occur in it.
            statement.execute("create role " + role + " login password '" + password + "'");
        }
    }

    private static void ensureDatabase(Connection connection, String name) throws SQLException {
        if (exists(connection, "select 1 from pg_database where datname = ?", name)) return;
        try (var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + OWNER);
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + APP);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
