package se.vardmote.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings what {@link Backup} wrote into empty databases. The tables are made by the migrations that had been run when the
 * backup was taken, so that an older backup fits too; what is newer is then migrated as in any update. All rows come in
 * one transaction: cut short, the database counts as empty still.
 */
public final class Restore {
    private static final int BUFFER = 1 << 16;
    private final Databases databases;

    private Restore(Databases databases) {
        this.databases = databases;
    }

    /** Which of the two databases were in the backup and have been restored. */
    public record Restored(boolean main, boolean keys) {}

    /**
     * Restores what the folder holds of the two.
     *
     * @throws Backup.NotPossible before anything is touched: no whole backup, a database that is not empty, one made for
     *     the other kind of installation, a backup of a newer version
     */
    public static Restored read(Databases databases, Path folder, Environment environment)
            throws IOException, SQLException {
        Path main = folder.resolve(Backup.MAIN);
        Path keys = folder.resolve(Backup.KEYS);
        var restored = new Restored(BackupContents.isIn(main), BackupContents.isIn(keys));
        if (!restored.main() && !restored.keys())
            throw new Backup.NotPossible("Här finns ingen hel säkerhetskopia: " + folder + ".");
        var restore = new Restore(databases);
        if (restored.main()) restore.check(databases.owner(), BackupContents.load(main), environment);
        if (restored.keys()) restore.check(databases.keysOwner(), BackupContents.load(keys), environment);
        // The large one first: when it fails both are still empty, and one may try again.
        if (restored.main()) restore.read(databases.owner(), main);
        if (restored.keys()) restore.read(databases.keysOwner(), keys);
        else new Migrations(databases).runUntil(true, Map.of());
        return restored;
    }

    private void check(DatabaseLogin login, BackupContents contents, Environment environment) throws SQLException {
        try (var connection = login.open()) {
            if (!isEmpty(jdbc(connection)))
                throw new Backup.NotPossible("Databasen " + contents.database()
                        + " är inte tom. En säkerhetskopia läses in i en ny, tom databas eller datamapp.");
        }
        if (!contents.environment().isEmpty() && Environment.of(contents.environment()) != environment)
            throw new Installation.WrongEnvironment(environment);
        if (!Migrations.known(contents.versions()))
            throw new Backup.NotPossible("Säkerhetskopian är gjord av en nyare version av Vårdmöte än den här.");
    }

    /** Migrations leave rows of their own, but none in these; a restore writes them with all the others. */
    private static boolean isEmpty(JdbcClient jdbc) {
        return List.of("platform.schema_version", "public.data_key", "public.key_encryption_key").stream()
                .noneMatch(table -> hasRows(jdbc, table));
    }

    private static boolean hasRows(JdbcClient jdbc, String table) {
        boolean exists = jdbc.sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
        return exists
                && jdbc.sql("select exists (select from " + table + ")")
                        .query(Boolean.class)
                        .single();
    }

    private void read(DatabaseLogin login, Path folder) throws IOException, SQLException {
        BackupContents contents = BackupContents.load(folder);
        new Migrations(databases).runUntil(contents.database().equals(Backup.KEYS), contents.versions());
        try (var connection = login.open()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = jdbc(connection);
            jdbc.sql("set local synchronous_commit = off").update();
            jdbc.sql("set local maintenance_work_mem = '256MB'").update();
            contents.partitions().forEach((table, bounds) -> makePartition(jdbc, table, bounds));
            List<String> afterwards = putAside(jdbc);
            jdbc.sql("truncate " + String.join(", ", contents.tables().keySet()))
                    .update();
            for (String table : contents.tables().keySet()) copy(connection, contents, table, folder);
            afterwards.forEach(statement -> jdbc.sql(statement).update());
            contents.sequences().forEach((sequence, last) -> jdbc.sql("select setval(?::regclass, ?)")
                    .params(sequence, last)
                    .query(Long.class)
                    .single());
            connection.commit();
            connection.setAutoCommit(true);
            jdbc.sql("analyze").update();
        }
    }

    private static void makePartition(JdbcClient jdbc, String table, String bounds) {
        int bar = bounds.indexOf('|');
        jdbc.sql("create table if not exists " + table + " partition of " + bounds.substring(0, bar) + " "
                        + bounds.substring(bar + 1))
                .update();
    }

    /**
     * Foreign keys and indexes are made anew when the rows are there: many times faster, and tables may come in any order.
     * Triggers rest meanwhile.
     */
    private static List<String> putAside(JdbcClient jdbc) {
        List<String> again = new ArrayList<>();
        jdbc.sql("""
                        select format('drop index %I.%I', n.nspname, i.relname),
                            -- Of a partitioned table for all its parts.
                            replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ')
                        from pg_index x join pg_class i on i.oid = indexrelid join pg_class t on t.oid = indrelid
                            join pg_namespace n on n.oid = i.relnamespace
                        where n.nspname not like 'pg\\_%' and not t.relispartition and t.relname <> 'flyway_schema_history'
                            and not exists (select from pg_constraint where conindid = i.oid)
                        union all
                        select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                        from pg_constraint where contype = 'f' and conparentid = 0
                        union all
                        -- What they would write is in the backup already.
                        select distinct format('alter table %s disable trigger user', tgrelid::regclass),
                            format('alter table %s enable trigger user', tgrelid::regclass)
                        from pg_trigger where not tgisinternal""")
                .query((row, i) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(pair -> {
                    jdbc.sql(pair.getFirst()).update();
                    again.add(pair.getLast());
                });
        return again;
    }

    private static void copy(Connection connection, BackupContents contents, String table, Path folder)
            throws IOException, SQLException {
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows;
        try (var file = Files.newInputStream(BackupContents.fileOf(folder, table));
                var in = new GZIPInputStream(file, BUFFER)) {
            rows = copying.copyIn("copy " + table + " (" + contents.tables().get(table) + ") from stdin", in, BUFFER);
        }
        if (rows != contents.rows().getOrDefault(table, -1L))
            throw new Backup.NotPossible("Säkerhetskopian är skadad: i " + table + " saknas rader.");
    }

    private static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
