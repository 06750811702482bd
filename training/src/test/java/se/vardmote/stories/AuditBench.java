package se.vardmote.stories;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How fast {@code audit-verify} goes through the access log, its start left out, and how much of a patient page's time
 * at the server goes to writing it: a page as its reader waits for it, and the time that
 * what it writes takes alone.
 */
final class AuditBench {
    private static final int ROWS = Integer.getInteger("vardmote.bench.audit-rows", 1_000_000);
    private static final int BLOCKS = Integer.getInteger("vardmote.bench.audit-blocks", 10_000);
    private static final int REQUESTS = Integer.getInteger("vardmote.bench.requests", 1_000);

    private AuditBench() {}

    static List<Figure> measure() throws Exception {
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var people = new People(installation, browsers)) {
            double share = share(installation, people);
            JdbcClient owner = installation.database();
            double empty = verifying(installation);
            for (int block = 0; block < BLOCKS; block++) fill(owner, ROWS / BLOCKS);
            Await.that(() -> sealed(owner));
            double seconds = verifying(installation) - empty;
            return List.of(
                    // 200,000 rows a second.
                    new Figure("audit-verify-million-rows", seconds * 1_000_000 / ROWS, "s", 5),
                    new Figure("audit-share-of-patient-page", share, "%", 10));
        }
    }

    /** One transaction of the log, sealed into a block by the product or, when it is quicker, together with the next. */
    private static void fill(JdbcClient owner, int rows) {
        owner.sql("""
                        insert into audit.event (at, actor_kind, actor_id, actor_name, commission_id, care_provider_id, care_unit_id,
                            client_id, activity, action, object_type, object_id, outcome)
                        select now(), 'STAFF', gen_random_uuid(), 'Noor Sandgren', gen_random_uuid(), gen_random_uuid(),
                            gen_random_uuid(), gen_random_uuid(), 'READ', 'read', 'drop-in', gen_random_uuid(), 'ALLOWED'
                        from generate_series(1, ?)""").param(rows).update();
        owner.sql("select audit.seal()").query().listOfRows();
    }

    private static boolean sealed(JdbcClient owner) {
        return owner.sql("""
                        select not exists (select from audit.event where xact >= coalesce((
                                select upper_xact from audit.block order by number desc limit 1), '0'))""").query(Boolean.class).single();
    }

    private static double verifying(Installation installation) {
        long start = System.nanoTime();
        FrontDoor.Said said = FrontDoor.say(installation.data(), Map.of(), "audit-verify", "--data", ".");
        if (said.code() != 0) throw new IllegalStateException(said.text());
        return (System.nanoTime() - start) / 1e9;
    }

    private static double share(Installation installation, People people) throws Exception {
        new PastCalls(installation).withoutContent(1_000);
        Person nurse = people.nurse().person();
        String cookies = nurse.context().cookies(nurse.page().url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        nurse.context().close();
        var person = new PastCalls(installation).sixtyOfOnePerson();
        HttpRequest page = HttpRequest.newBuilder(URI.create(installation.loopback("/historik?person=" + person)))
                .header("Cookie", cookies)
                .build();
        try (HttpClient client = Bench.client();
                var connection = installation.connection()) {
            double whole = milliseconds(client, page);
            JdbcClient owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var written = new ArrayList<Double>();
            for (int i = 0; i < REQUESTS; i++) written.add(insertMilliseconds(owner));
            return 100 * Bench.median(written) / whole;
        }
    }

    /** Median of a page, warm. */
    private static double milliseconds(HttpClient client, HttpRequest page) throws Exception {
        var times = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS * 2; i++) {
            long start = System.nanoTime();
            var answer = client.send(page, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) throw new IllegalStateException("Answered " + answer.statusCode());
            if (i >= REQUESTS) times.add((System.nanoTime() - start) / 1e6);
        }
        return Bench.median(times);
    }

    /** What the page writes, written alone, commit included. */
    private static double insertMilliseconds(JdbcClient owner) {
        long start = System.nanoTime();
        owner.sql("""
                        insert into audit.event (at, actor_kind, actor_id, actor_name, commission_id, care_provider_id, care_unit_id,
                            client_id, activity, action, object_type, outcome)
                        values (now(), 'STAFF', gen_random_uuid(), 'Noor Sandgren', gen_random_uuid(), gen_random_uuid(),
                            gen_random_uuid(), gen_random_uuid(), 'READ', 'read', 'history', 'ALLOWED')""").update();
        return (System.nanoTime() - start) / 1e6;
    }
}
