package se.vardmote.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is asked of a database. */
public final class CountingStatements extends DelegatingDataSource {
    private final AtomicInteger count = new AtomicInteger();

    public CountingStatements(DataSource database) {
        super(database);
    }

    /** How many statements it takes. */
    public int during(Runnable work) {
        count.set(0);
        work.run();
        return count.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, words) -> {
                    if (method.getName().equals("prepareStatement")) count.incrementAndGet();
                    try {
                        return method.invoke(connection, words);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
