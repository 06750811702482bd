package se.vardmote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.vardmote.platform.DatabaseLogin;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Migrations;

/** What is wrong with the databases that {@code serve} was given: role, schema, and what they were made for. */
final class DatabaseChecks {
    /** Owner of the database or of anything in it, or powerful enough to become that. */
    private static final String POWERS = """
            select (select count(*) from pg_roles where rolname = current_user and (rolsuper or rolcreaterole))
                + (select count(*) from pg_database
                   where datname = current_database() and pg_has_role(current_user, datdba, 'member'))
                + (select count(*) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                   where nspname not like 'pg_%' and nspname <> 'information_schema' and relkind in ('r', 'p')
                     and pg_has_role(current_user, relowner, 'member'))""";

    private final String name;
    private final JdbcClient jdbc;
    private final List<String> wrong = new ArrayList<>();

    private DatabaseChecks(String name, Connection connection) {
        this.name = name;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    static List<String> ofMain(String name, DatabaseLogin login) {
        try (var connection = login.open()) {
            var checks = new DatabaseChecks(name, connection);
            checks.role();
            if (!Migrations.upToDate(login)) checks.wrongSchema();
            checks.environment();
            checks.staff();
            return checks.wrong;
        } catch (SQLException | DataAccessException e) {
            return List.of(unreachable(name));
        }
    }

    static List<String> ofKeys(String name, DatabaseLogin login) {
        try (var connection = login.open()) {
            var checks = new DatabaseChecks(name, connection);
            checks.role();
            if (!checks.exists("public.data_key")) checks.wrongSchema();
            return checks.wrong;
        } catch (SQLException | DataAccessException e) {
            return List.of(unreachable(name));
        }
    }

    private static String unreachable(String name) {
        return name + ": databasen svarar inte på den angivna adressen, eller så är användare eller lösenord fel.";
    }

    private void wrongSchema() {
        wrong.add(name + ": databasens schema är inte det som den här versionen behöver: kör ./vardmote migrate.");
    }

    /** The running role may not own what it works on, for then it could change audit rows. */
    private void role() {
        if (jdbc.sql(POWERS).query(Long.class).single() > 0)
            wrong.add(name + ": rollen äger databasen. Ange den begränsade rollen; ägaren används bara av migrate.");
    }

    private void environment() {
        if (!exists("platform.environment")) return;
        Optional<String> madeFor = jdbc.sql("select name from platform.environment")
                .query(String.class)
                .optional();
        if (madeFor.isEmpty()) {
            wrong.add(name + ": databasen är inte märkt för drift: kör ./vardmote migrate.");
        } else if (Environment.of(madeFor.get()) != Environment.PRODUCTION) {
            wrong.add(name + ": databasen är skapad för provmiljön och kan inte användas i drift.");
        }
    }

    private void staff() {
        if (!exists("organisation.staff")) return;
        long fictional = jdbc.sql("select count(*) from organisation.staff where hsa_id like 'TST%'")
                .query(Long.class)
                .single();
        if (fictional > 0) wrong.add(name + ": databasen innehåller provmiljöns påhittade personal.");
    }

    /** Whether the table is there and the role may read it; an older or empty database may lack it. */
    private boolean exists(String table) {
        return jdbc.sql("""
                        select case when (select has_schema_privilege(oid, 'usage') from pg_namespace
                                where nspname = split_part(:table, '.', 1))
                            then coalesce(has_table_privilege(to_regclass(:table), 'select'), false) else false end""").param("table", table).query(Boolean.class).single();
    }
}
