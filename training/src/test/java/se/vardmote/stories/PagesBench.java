package se.vardmote.stories;

import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a page costs to fetch with an empty cache, everything counted, as it goes over the wire. */
final class PagesBench {
    private PagesBench() {}

    static List<Figure> measure() {
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var people = new People(installation, browsers)) {
            return List.of(
                    new Figure("start-page-cold", startPage(people), "kB", 150),
                    new Figure("room-cold", room(people), "kB", 250));
        }
    }

    private static double startPage(People people) {
        var careWorker = people.careWorker();
        return kilobytesOfColdReload(careWorker.person(), () -> {});
    }

    private static double room(People people) {
        var careWorker = people.careWorker();
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren");
        careWorker.knocks();
        careWorker.room().awaitsOwnPicture();
        return kilobytesOfColdReload(careWorker.person(), careWorker.room()::awaitsOwnPicture);
    }

    private static double kilobytesOfColdReload(Person person, Runnable untilReady) {
        var session = person.context().newCDPSession(person.page());
        session.send("Network.clearBrowserCache");
        var bytes = new AtomicLong();
        person.page().onRequestFinished(request -> bytes.addAndGet(size(request)));
        person.page().reload();
        untilReady.run();
        return bytes.get() / 1_000.0;
    }

    private static long size(Request request) {
        var sizes = request.sizes();
        return (long) sizes.responseBodySize + sizes.responseHeadersSize;
    }
}
