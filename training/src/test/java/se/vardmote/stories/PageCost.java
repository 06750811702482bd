package se.vardmote.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a page costs: its time, and transactions (each statement is one) and buffers as the database counts them, less what the idle
 * product takes.
 *
 * @param p50 milliseconds
 * @param statements a page
 */
record PageCost(double p50, double p95, double statements, double buffers) {
    private static final int REQUESTS = Integer.getInteger("vardmote.bench.requests", 2_000);
    private static final int WARM_UP = 500;
    /** So long an idle connection may keep what it has counted to itself, and a little more. */
    private static final int SETTLING_SECONDS = 12;

    private static final double GOAL = 1.5;

    private record Counted(double statements, double buffers) {}

    static HttpRequest request(Installation installation, String path, String cookies) {
        return HttpRequest.newBuilder(URI.create(installation.loopback(path)))
                .header("Cookie", cookies)
                .build();
    }

    static String cookies(Person person) {
        return person.context().cookies(person.page().url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    static PageCost of(HttpClient client, HttpRequest page, JdbcClient database) throws Exception {
        for (int i = 0; i < WARM_UP; i++) milliseconds(client, page);
        Counted before = counted(database);
        Counted idle = counted(database);
        long start = System.nanoTime();
        var times = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS; i++) times.add(milliseconds(client, page));
        double seconds = (System.nanoTime() - start) / 1e9 + SETTLING_SECONDS;
        Counted after = counted(database);
        return new PageCost(
                Bench.percentile(times, 50),
                Bench.percentile(times, 95),
                perPage(after.statements() - idle.statements(), idle.statements() - before.statements(), seconds),
                perPage(after.buffers() - idle.buffers(), idle.buffers() - before.buffers(), seconds));
    }

    /** Beside the same page over few rows: ratios, and how many statements more or fewer. */
    List<Figure> beside(PageCost few, String name) {
        System.err.printf("%s with few: %s%n%s with many: %s%n", name, few, name, this);
        return List.of(
                new Figure(name + "-p50-ratio", p50 / few.p50, "×", GOAL),
                new Figure(name + "-p95-ratio", p95 / few.p95, "×", GOAL),
                new Figure(name + "-buffers-ratio", buffers / few.buffers, "×", GOAL),
                new Figure(
                        name + "-statements-more",
                        Math.abs(Math.round(statements) - Math.round(few.statements)),
                        "",
                        0));
    }

    private static double perPage(double during, double whileIdle, double seconds) {
        return (during - whileIdle / SETTLING_SECONDS * seconds) / REQUESTS;
    }

    private static double milliseconds(HttpClient client, HttpRequest page) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = client.send(page, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) throw new IllegalStateException("The page answered " + answer.statusCode());
        return (System.nanoTime() - began) / 1e6;
    }

    private static Counted counted(JdbcClient database) throws InterruptedException {
        // Nobody counts it down: this is a wait for time itself.
        new CountDownLatch(1).await(SETTLING_SECONDS, TimeUnit.SECONDS);
        return database.sql("""
                        select xact_commit, blks_hit + blks_read as buffers from pg_stat_database
                        where datname = current_database()""")
                .query((row, i) -> new Counted(row.getDouble(1), row.getDouble(2)))
                .single();
    }
}
