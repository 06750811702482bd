package se.vardmote.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pools, the clock and the news. Audit has a pool of its own: it commits while the caller's transaction is open. */
@Configuration
@EnableConfigurationProperties(Origins.class)
class DatabaseConfiguration {

    @Bean
    @Primary
    HikariDataSource dataSource(Databases databases) {
        return pool("main", databases.app(), 24);
    }

    @Bean("audit")
    HikariDataSource auditDataSource(Databases databases) {
        return pool("audit", databases.app(), 10);
    }

    @Bean("keys")
    HikariDataSource keysDataSource(Databases databases) {
        return pool("keys", databases.keysApp(), 6);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @Qualifier("audit")
    JdbcClient auditJdbcClient(@Qualifier("audit") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @Qualifier("keys")
    JdbcClient keysJdbcClient(@Qualifier("keys") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /** In whole microseconds, as the database keeps it: what is read back is not later than the moment that was written. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean(destroyMethod = "close")
    NewsWire newsWire(Databases databases) {
        return new NewsWire(databases.app());
    }

    @Bean
    News news(NewsWire wire) {
        Executor executor = Executors.newVirtualThreadPerTaskExecutor();
        var news = new News(executor, wire::send);
        Consumer<News.Item> deliver = news::deliver;
        wire.start(deliver, news::gap);
        return news;
    }

    private static HikariDataSource pool(String name, DatabaseLogin login, int size) {
        HikariConfig config = login.configured();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        // When a whole municipality knocks in the same second, the last in the line waits rather than meets an error.
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }
}
