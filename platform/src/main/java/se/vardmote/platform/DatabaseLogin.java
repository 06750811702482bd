package se.vardmote.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How one role reaches one database.
 *
 * @param jdbcUrl a {@code jdbc:postgresql://…} address without user or password
 * @param user the PostgreSQL role
 * @param password its password; never printed
 */
public record DatabaseLogin(String jdbcUrl, String user, String password) {

    /** Opens a connection outside any pool; for start-up, migration and listening. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    @Override
    public String toString() {
        return "DatabaseLogin[" + jdbcUrl + " as " + user + "]";
    }
}
