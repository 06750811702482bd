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
import java.util.function.ToDoubleFunction;
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

    static String cookies(Person person) {
        return person.context().cookies(person.page().url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    /** A page of one installation, and the database that counts for it. */
    record Page(HttpRequest request, JdbcClient database) {
        static Page of(Installation installation, String path, String cookies) {
            var request = HttpRequest.newBuilder(URI.create(installation.loopback(path)))
                    .header("Cookie", cookies)
                    .build();
            return new Page(request, installation.database());
        }
    }

    /**
     * The same page over few rows and over many, asked for in turn, so that whatever else the machine does meets both: ratios, and how many
     * statements more or fewer.
     */
    static List<Figure> compare(String name, HttpClient client, Page few, Page many) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            milliseconds(client, few);
            milliseconds(client, many);
        }
        var counting = new Counting(few, many);
        var ofFew = new ArrayList<Double>();
        var ofMany = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS; i++) {
            ofFew.add(milliseconds(client, few));
            ofMany.add(milliseconds(client, many));
        }
        counting.end();
        return counting.cost(ofMany, many).beside(counting.cost(ofFew, few), name);
    }

    private List<Figure> beside(PageCost few, String name) {
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

    private static double milliseconds(HttpClient client, Page page) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = client.send(page.request(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) throw new IllegalStateException("The page answered " + answer.statusCode());
        return (System.nanoTime() - began) / 1e6;
    }

    /** What two databases count while the pages are asked for, less what their idle products take. */
    private static final class Counting {
        private final List<Page> pages;
        private final List<Counted> before;
        private final List<Counted> idle;
        private final long start;
        private List<Counted> after = List.of();
        private double seconds;

        Counting(Page... pages) throws InterruptedException {
            this.pages = List.of(pages);
            this.before = counted();
            this.idle = counted();
            this.start = System.nanoTime();
        }

        void end() throws InterruptedException {
            after = counted();
            seconds = (System.nanoTime() - start) / 1e9;
        }

        PageCost cost(List<Double> times, Page page) {
            int which = pages.indexOf(page);
            return new PageCost(
                    Bench.percentile(times, 50),
                    Bench.percentile(times, 95),
                    perPage(which, Counted::statements),
                    perPage(which, Counted::buffers));
        }

        private double perPage(int which, ToDoubleFunction<Counted> what) {
            double whileIdle = what.applyAsDouble(idle.get(which)) - what.applyAsDouble(before.get(which));
            double during = what.applyAsDouble(after.get(which)) - what.applyAsDouble(idle.get(which));
            return (during - whileIdle / SETTLING_SECONDS * seconds) / REQUESTS;
        }

        private List<Counted> counted() throws InterruptedException {
            // Nobody counts it down: this is a wait for time itself.
            new CountDownLatch(1).await(SETTLING_SECONDS, TimeUnit.SECONDS);
            return pages.stream()
                    .map(page -> page.database()
                            .sql("""
                                    select xact_commit, blks_hit + blks_read as buffers from pg_stat_database
                                    where datname = current_database()""")
                            .query((row, i) -> new Counted(row.getDouble(1), row.getDouble(2)))
                            .single())
                    .toList();
        }
    }
}
