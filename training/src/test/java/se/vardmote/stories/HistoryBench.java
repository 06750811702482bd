package se.vardmote.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history of a unit and of one person, with a million old calls beside a thousand: time of a page, transactions
 * (each statement is one) and buffers, as the database counts them, less what the idle product takes.
 */
final class HistoryBench {
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("vardmote.bench.kept", 1_000_000);
    private static final int REQUESTS = Integer.getInteger("vardmote.bench.requests", 2_000);
    private static final int WARM_UP = 500;
    /** So long an idle connection may keep what it has counted to itself, and a little more. */
    private static final int SETTLING_SECONDS = 12;

    private static final double GOAL = 1.5;

    private HistoryBench() {}

    private record Cost(double p50, double p95, double statements, double buffers) {}

    private record Costs(Cost unit, Cost person) {}

    static List<Figure> measure() throws Exception {
        Costs few = costs(FEW);
        Costs many = costs(MANY);
        var figures = new ArrayList<Figure>();
        compare(figures, "history-unit", few.unit(), many.unit());
        compare(figures, "history-person", few.person(), many.person());
        return figures;
    }

    private static void compare(List<Figure> figures, String name, Cost few, Cost many) {
        System.err.printf("%s with %d: %s%n%s with %d: %s%n", name, FEW, few, name, MANY, many);
        figures.add(new Figure(name + "-p50-ratio", many.p50() / few.p50(), "×", GOAL));
        figures.add(new Figure(name + "-p95-ratio", many.p95() / few.p95(), "×", GOAL));
        figures.add(new Figure(name + "-buffers-ratio", many.buffers() / few.buffers(), "×", GOAL));
        figures.add(new Figure(
                name + "-statements-more",
                Math.abs(Math.round(many.statements()) - Math.round(few.statements())),
                "",
                0));
    }

    private static Costs costs(int calls) throws Exception {
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var people = new People(installation, browsers);
                var client = Bench.client()) {
            var past = new PastCalls(installation);
            past.withoutContent(calls);
            UUID person = past.sixtyOfOnePerson();
            Person nurse = people.nurse().person();
            String cookies = nurse.context().cookies(nurse.page().url()).stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            nurse.context().close();
            JdbcClient database = installation.database();
            return new Costs(
                    cost(client, request(installation, "/historik", cookies), database),
                    cost(client, request(installation, "/historik?person=" + person, cookies), database));
        }
    }

    private static HttpRequest request(Installation installation, String path, String cookies) {
        return HttpRequest.newBuilder(URI.create(installation.loopback(path)))
                .header("Cookie", cookies)
                .build();
    }

    private static Cost cost(HttpClient client, HttpRequest page, JdbcClient database) throws Exception {
        for (int i = 0; i < WARM_UP; i++) milliseconds(client, page);
        Counted before = counted(database);
        Counted idle = counted(database);
        long start = System.nanoTime();
        var times = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS; i++) times.add(milliseconds(client, page));
        double seconds = (System.nanoTime() - start) / 1e9 + SETTLING_SECONDS;
        Counted after = counted(database);
        return new Cost(
                Bench.percentile(times, 50),
                Bench.percentile(times, 95),
                perPage(after.statements() - idle.statements(), idle.statements() - before.statements(), seconds),
                perPage(after.buffers() - idle.buffers(), idle.buffers() - before.buffers(), seconds));
    }

    private static double perPage(double during, double whileIdle, double seconds) {
        return (during - whileIdle / SETTLING_SECONDS * seconds) / REQUESTS;
    }

    private static double milliseconds(HttpClient client, HttpRequest page) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = client.send(page, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) throw new IllegalStateException("The history answered " + answer.statusCode());
        return (System.nanoTime() - began) / 1e6;
    }

    private record Counted(double statements, double buffers) {}

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
