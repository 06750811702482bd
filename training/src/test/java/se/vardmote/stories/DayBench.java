package se.vardmote.stories;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/**
 * "Min dag" with two hundred who wait, each with names under a key of their own, and fifty pages that listen, with a million old
 * calls beside a thousand.
 */
final class DayBench {
    private static final int WAITING = 200;
    private static final int LISTENERS = 50;

    private DayBench() {}

    static List<Figure> measure() throws Exception {
        var streams = new ArrayList<InputStream>();
        try (var small = Installation.start();
                var large = Installation.start();
                var browsers = new Browsers();
                var atSmall = new People(small, browsers);
                var atLarge = new People(large, browsers);
                var client = Bench.client()) {
            PageCost.Page few = day(small, HistoryBench.FEW, atSmall, client, streams);
            PageCost.Page many = day(large, HistoryBench.MANY, atLarge, client, streams);
            List<Figure> figures = PageCost.compare("day", client, few, many);
            for (var each : List.of(small, large)) assertAllWait(each);
            for (InputStream stream : streams) stream.close();
            client.shutdownNow();
            return figures;
        }
    }

    private static PageCost.Page day(
            Installation installation, int pastCalls, People people, HttpClient client, List<InputStream> streams)
            throws Exception {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        String cookies = PageCost.cookies(nurse.person());
        var careWorker = people.careWorker();
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren");
        // The first makes the care provider's own key, before those of the past calls are there.
        KnockBench.knock(careWorker.person());
        new PastCalls(installation).withoutContent(pastCalls);
        for (int i = 1; i < WAITING; i++) KnockBench.knock(careWorker.person());
        for (int i = 0; i < LISTENERS; i++) streams.add(KnockBench.listen(client, installation, nurse.person()));
        nurse.person().page().navigate(installation.loopback("/"));
        return PageCost.Page.of(installation, "/min-dag", cookies);
    }

    private static void assertAllWait(Installation installation) {
        int waiting = installation
                .database()
                .sql("select count(*) from assessment.drop_in where state = 'WAITING'")
                .query(Integer.class)
                .single();
        if (waiting != WAITING) throw new IllegalStateException("Only " + waiting + " waited to the end");
    }
}
