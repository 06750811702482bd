package se.vardmote.stories;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * From the knock leaving the tablet to the row standing on the professional's screen, with fifty pages of "Min dag" open:
 * one real page, and the streams of forty-nine more. Each knock is answered before the next, so that one waits at a time.
 */
final class KnockBench {
    private static final int KNOCKS = Integer.getInteger("vardmote.bench.knocks", 200);
    private static final int WARM_UP = 30;
    private static final int LISTENERS = 50;

    /** The page's own form, sent as the page sends it; answers when it was sent. */
    private static final String KNOCK = """
            async () => {
              const body = new URLSearchParams(new FormData(document.getElementById('knock-form')));
              body.set('knock', crypto.randomUUID());
              const at = performance.timeOrigin + performance.now();
              const answer = await fetch('/bedomningssamtal', { method: 'POST', body, redirect: 'manual' });
              if (answer.type !== 'opaqueredirect') throw new Error(`The knock was answered ${answer.status}`);
              return at;
            }""";

    /** When a row that was not there before is drawn. */
    private static final String WATCH = """
            () => {
              globalThis.rowAt = 0;
              const seen = new Set();
              new MutationObserver(() => {
                for (const row of document.querySelectorAll('[data-drop-in]')) {
                  if (seen.has(row.dataset.dropIn)) continue;
                  seen.add(row.dataset.dropIn);
                  requestAnimationFrame(() => { globalThis.rowAt = performance.timeOrigin + performance.now(); });
                }
              }).observe(document.body, { subtree: true, childList: true });
            }""";

    private static final String ANSWER = """
            async () => {
              const row = document.querySelector('[data-drop-in]');
              const form = row.querySelector('form[action$="/hembesok"]');
              const body = new URLSearchParams(new FormData(form));
              body.set('reasonCode', [...form.querySelector('select').options].find((option) => option.value).value);
              body.set('message', 'Jag kommer.');
              const headers = { 'X-CSRF-TOKEN': document.querySelector('meta[name=csrf]').content };
              const answer = await fetch(form.action, { method: 'POST', body, headers, redirect: 'manual' });
              if (answer.type !== 'opaqueredirect') throw new Error(`The answer was answered ${answer.status}`);
              globalThis.rowAt = 0;
            }""";

    private KnockBench() {}

    static List<Figure> measure() throws Exception {
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var people = new People(installation, browsers);
                var client = Bench.client()) {
            var nurse = people.nurse();
            nurse.goesOnDuty();
            var careWorker = people.careWorker();
            careWorker.startsAssessmentCall();
            careWorker.fillsInTheKnock("Noor Sandgren");
            var streams = new ArrayList<InputStream>();
            for (int i = 1; i < LISTENERS; i++) streams.add(listen(client, installation, nurse.person()));
            nurse.person().page().evaluate(WATCH);
            var waits = new ArrayList<Double>();
            for (int i = 0; i < WARM_UP + KNOCKS; i++) {
                double wait = knockToRow(careWorker.person(), nurse.person());
                if (i >= WARM_UP) waits.add(wait);
            }
            for (InputStream stream : streams) stream.close();
            client.shutdownNow();
            return List.of(
                    new Figure("knock-to-row-p50", Bench.percentile(waits, 50), "ms", 150),
                    new Figure("knock-to-row-p95", Bench.percentile(waits, 95), "ms", 150));
        }
    }

    private static double knockToRow(Person careWorker, Person nurse) {
        double sent = knock(careWorker);
        nurse.awaitTrue("globalThis.rowAt > 0");
        double wait = nurse.number("globalThis.rowAt") - sent;
        nurse.page().evaluate(ANSWER);
        nurse.awaitTrue("document.querySelector('[data-drop-in]') === null");
        return wait;
    }

    /** Answers when it was sent, in milliseconds of the page's clock. */
    static double knock(Person careWorker) {
        return careWorker.number("(" + KNOCK + ")()");
    }

    /** Read on until it is closed: a listener that does not read would hold the server up. */
    static InputStream listen(HttpClient client, Installation installation, Person nurse) throws Exception {
        return listen(
                client,
                HttpRequest.newBuilder(URI.create(installation.loopback("/min-dag/handelser")))
                        .header("Cookie", PageCost.cookies(nurse)));
    }

    static InputStream listen(HttpClient client, HttpRequest.Builder stream) throws Exception {
        var request = stream.header("Accept", "text/event-stream").build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) throw new IllegalStateException("A stream answered " + answer.statusCode());
        Thread.startVirtualThread(() -> readOn(answer.body()));
        return answer.body();
    }

    private static void readOn(InputStream stream) {
        try {
            stream.skip(Long.MAX_VALUE);
        } catch (java.io.IOException closed) {
            return;
        }
    }
}
