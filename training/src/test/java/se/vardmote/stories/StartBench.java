package se.vardmote.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long the product takes to be ready on data that are there, and what it keeps in memory. */
final class StartBench {
    private static final int STARTS = 5;
    private static final int PAGES = 1_000;
    private static final int IDLE_SECONDS = 60;

    private StartBench() {}

    static List<Figure> measure() throws Exception {
        try (var installation = Installation.start()) {
            var seconds = new ArrayList<Double>();
            for (int i = 0; i < STARTS; i++) {
                seconds.add(installation.restart().toNanos() / 1e9);
            }
            // Nobody counts this down: it is a wait for time itself, which is what "idle" means.
            new CountDownLatch(1).await(IDLE_SECONDS, TimeUnit.SECONDS);
            double idle = residentMegabytes(installation.productPid());
            readPages(URI.create(installation.loopback("/")));
            return List.of(
                    new Figure("start-ready-median-of-5", Bench.median(seconds), "s", 5),
                    new Figure("memory-idle-60s", idle, "MB", 450),
                    new Figure("memory-after-1000-pages", residentMegabytes(installation.productPid()), "MB", 600));
        }
    }

    private static void readPages(URI page) throws IOException, InterruptedException {
        try (var client = Bench.client()) {
            for (int i = 0; i < PAGES; i++) {
                var answer = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("The start page answered " + answer.statusCode());
                }
            }
        }
    }

    static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_000)
                .findFirst()
                .orElseThrow();
    }
}
