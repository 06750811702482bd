package se.vardmote.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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

    /** So many connections for one command, which closes them. */
    public HikariDataSource pool(int size) {
        HikariConfig config = configured();
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    HikariConfig configured() {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        // Without the server's details, which repeat the values of a row that was refused.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }

    @Override
    public String toString() {
        return "DatabaseLogin[" + jdbcUrl + " as " + user + "]";
    }
}
