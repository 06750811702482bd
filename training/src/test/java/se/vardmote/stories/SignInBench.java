package se.vardmote.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signing in: from the request with the identity provider's answer to the load event of "Min dag", in a real browser with a
 * warm cache. Exchanging the code, checking the token, the session and the page are in it; the provider is on this machine.
 */
final class SignInBench {
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;
    private static final double GOAL = 300;

    private SignInBench() {}

    static List<Figure> measure() {
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var people = new People(installation, browsers)) {
            Page page = people.nurse().person().page();
            var asked = new AtomicLong();
            page.onRequest(request -> {
                if (request.url().contains("/logga-in/svar")) asked.set(System.nanoTime());
            });
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                page.navigate(installation.startPage() + "som/noor-sandgren");
                page.waitForURL("**/min-dag");
                page.waitForLoadState(LoadState.LOAD);
                double took = (System.nanoTime() - asked.get()) / 1e6;
                if (i >= WARM_UP) times.add(took);
            }
            return List.of(
                    new Figure("sign-in-p50", Bench.percentile(times, 50), "ms", GOAL),
                    new Figure("sign-in-p95", Bench.percentile(times, 95), "ms", GOAL));
        }
    }
}
