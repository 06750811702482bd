package se.vardmote.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes both databases as they stand at one moment, while the product runs: a folder each, a file a table, in
 * PostgreSQL's own text format. {@code vardmote} first: every unit in it then has its key in {@code keys}. Needs no programs
 * of PostgreSQL and no more rights than the owners have. The files of keys ({@code secrets}) are not in it.
 */
public final class Backup {
    /** What only counts for who is here just now: somebody signed out must not be signed in again by a restore. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "access.session", "access.ticket", "access.guest_visit", "access.guest_code", "organisation.import_draft");

    static final String MAIN = "vardmote";
    static final String KEYS = "keys";

    private static final int BUFFER = 1 << 16;

    private Backup() {}

    /**
     * Writes a backup.
     *
     * @param folder made when missing, readable by this user only
     * @throws NotPossible when the folder holds something already
     */
    public static void write(Databases databases, Path folder, Clock clock) throws IOException, SQLException {
        makeEmpty(folder);
        write(databases.owner(), folder.resolve(MAIN), MAIN, clock);
        write(databases.keysOwner(), folder.resolve(KEYS), KEYS, clock);
    }

    /** Why a backup cannot be written or restored, for the person who asked. */
    public static final class NotPossible extends RuntimeException {
        NotPossible(String message) {
            super(message);
        }
    }

    private static void makeEmpty(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent())
                throw new NotPossible("Mappen är inte tom: " + folder + ". Välj en ny mapp för varje säkerhetskopia.");
        }
    }

    private static void write(DatabaseLogin login, Path folder, String name, Clock clock)
            throws IOException, SQLException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var connection = login.open()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Map<String, String> tables = tables(jdbc);
            Map<String, Long> rows = new TreeMap<>();
            for (var table : tables.entrySet()) {
                rows.put(table.getKey(), copy(connection, table.getKey(), table.getValue(), folder));
            }
            new BackupContents(
                            name,
                            clock.instant(),
                            name.equals(MAIN) ? environment(jdbc) : "",
                            Migrations.versions(jdbc),
                            tables,
                            rows,
                            sequences(jdbc),
                            partitions(jdbc))
                    .store(folder);
            connection.rollback();
        }
    }

    private static long copy(Connection connection, String table, String columns, Path folder)
            throws IOException, SQLException {
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var file = Files.newOutputStream(BackupContents.fileOf(folder, table));
                var out = new FastGzip(file)) {
            return copying.copyOut("copy (select " + columns + " from " + table + ") to stdout", out);
        }
    }

    /** Most of it is encrypted and will not get much smaller, however hard one tries. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(java.io.OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Every table of ours, a partitioned one as a whole, with its columns. */
    private static Map<String, String> tables(JdbcClient jdbc) {
        Map<String, String> tables = new TreeMap<>();
        jdbc.sql("""
                        select format('%I.%I', nspname, relname),
                            (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                             where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '')
                        from pg_class c join pg_namespace n on n.oid = relnamespace
                        where relkind in ('r', 'p') and not relispartition and nspname not like 'pg\\_%'
                            and nspname <> 'information_schema' and relname <> 'flyway_schema_history'""")
                .query((row, i) -> tables.put(row.getString(1), row.getString(2)))
                .list();
        tables.keySet().removeAll(OF_THE_MOMENT);
        return tables;
    }

    private static Map<String, Long> sequences(JdbcClient jdbc) {
        Map<String, Long> sequences = new TreeMap<>();
        jdbc.sql("""
                        select format('%I.%I', schemaname, sequencename), last_value from pg_sequences
                        where last_value is not null""")
                .query((row, i) -> sequences.put(row.getString(1), row.getLong(2)))
                .list();
        return sequences;
    }

    private static Map<String, String> partitions(JdbcClient jdbc) {
        Map<String, String> partitions = new TreeMap<>();
        jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname), format('%I.%I', pn.nspname, p.relname),
                            pg_get_expr(c.relpartbound, c.oid)
                        from pg_inherits join pg_class c on c.oid = inhrelid join pg_namespace n on n.oid = c.relnamespace
                            join pg_class p on p.oid = inhparent join pg_namespace pn on pn.oid = p.relnamespace
                        where c.relkind = 'r'""")
                .query((row, i) -> partitions.put(row.getString(1), row.getString(2) + "|" + row.getString(3)))
                .list();
        return partitions;
    }

    private static String environment(JdbcClient jdbc) {
        return jdbc.sql("select name from platform.environment")
                .query(String.class)
                .single();
    }
}
