package se.vardmote.stories;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the product keeps in memory with ten thousand signed in, of whom two thousand have "Min dag" open: each a nurse of her own, in
 * one of two hundred units. Everybody asks for their page once, then the streams stay open over a few rounds of heartbeats.
 */
final class SessionsBench {
    private static final int SESSIONS = Integer.getInteger("vardmote.bench.sessions", 10_000);
    private static final int STREAMS = Integer.getInteger("vardmote.bench.streams", 2_000);
    private static final int UNITS = 200;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECONDS_OPEN = 60;

    private SessionsBench() {}

    static List<Figure> measure() throws Exception {
        var streams = new ArrayList<InputStream>();
        try (var installation = Installation.start();
                var client = Bench.client()) {
            List<byte[]> tokens =
                    IntStream.range(0, SESSIONS).mapToObj(i -> random()).toList();
            seed(installation.database(), tokens);
            for (byte[] token : tokens) read(client, installation, token);
            for (byte[] token : tokens.subList(0, STREAMS)) streams.add(listen(client, installation, token));
            // Nobody counts it down: this is a wait for time itself.
            new CountDownLatch(1).await(SECONDS_OPEN, TimeUnit.SECONDS);
            double resident = StartBench.residentMegabytes(installation.productPid());
            for (InputStream stream : streams) stream.close();
            client.shutdownNow();
            return List.of(new Figure("memory-10000-sessions-2000-streams", resident, "MB", 700));
        }
    }

    private static void seed(JdbcClient database, List<byte[]> tokens) {
        StaffBench.seed(database, tokens.size(), UNITS);
        // Nobody of them has applied for the right to digital meetings.
        database.sql("update organisation.care_provider set meeting_right_from = null")
                .update();
        byte[][] hashes = tokens.stream().map(SessionsBench::hash).toArray(byte[][]::new);
        database.sql("""
                        insert into access.session (id, token_hash, staff_id, care_provider_id, commission_id, assurance, way,
                          browser, system, created_at, last_seen_at)
                        select uuidv7(), t.hash, c.staff_id, c.care_provider_id, c.id, 'LOA3', 'PROVIDER', null, null, now(), now()
                        from unnest(?) with ordinality t (hash, n)
                        join (select c.*, row_number() over (order by c.id) n from organisation.commission c
                            join organisation.staff s on s.id = c.staff_id where s.hsa_id like '%BENCH%') c on c.n = t.n""").param(hashes).update();
    }

    private static void read(HttpClient client, Installation installation, byte[] token) throws Exception {
        var answer =
                client.send(request(installation, "/min-dag", token).build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) throw new IllegalStateException("The page answered " + answer.statusCode());
    }

    private static InputStream listen(HttpClient client, Installation installation, byte[] token) throws Exception {
        return KnockBench.listen(client, request(installation, "/min-dag/handelser", token));
    }

    private static HttpRequest.Builder request(Installation installation, String path, byte[] token) {
        return HttpRequest.newBuilder(URI.create(installation.loopback(path)))
                .header(
                        "Cookie",
                        "__Host-session="
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    private static byte[] random() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return token;
    }

    /** What the product keeps of what a browser carries. */
    private static byte[] hash(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
