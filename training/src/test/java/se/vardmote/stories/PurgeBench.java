package se.vardmote.stories;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the purge takes for ten thousand calls whose time is up, by the running product. */
final class PurgeBench {
    private static final int CALLS = Integer.getInteger("vardmote.bench.purged", 10_000);

    private PurgeBench() {}

    static List<Figure> measure() {
        try (var installation = Installation.start()) {
            new PastCalls(installation).due(CALLS);
            JdbcClient database = installation.database();
            database.sql("update platform.scheduled_tasks set execution_time = now() where task_name = 'purge-content'")
                    .update();
            // It takes longer than the patience of a test, but something goes every now and then.
            while (forgotten(database) < CALLS) {
                long before = forgotten(database);
                Await.that(() -> forgotten(database) > before);
            }
            if (left(database) > 0) throw new IllegalStateException("Texts are left");
            return List.of(new Figure("purge-10000-calls", seconds(database), "s", 60));
        }
    }

    private static double seconds(JdbcClient database) {
        Await.that(() -> database.sql("select outcome = 'DONE' from retention.purge_run order by day desc limit 1")
                .query(Boolean.class)
                .single());
        return database.sql("""
                        select extract(epoch from ended_at - began_at) from retention.purge_run order by day desc limit 1""").query(Double.class).single();
    }

    private static long forgotten(JdbcClient database) {
        return database.sql("select count(*) from retention.unit where removed_at is not null")
                .query(Long.class)
                .single();
    }

    private static long left(JdbcClient database) {
        return database.sql("select count(*) from meetings.text")
                .query(Long.class)
                .single();
    }
}
