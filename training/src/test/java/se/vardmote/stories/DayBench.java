package se.vardmote.stories;

import java.io.InputStream;
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
        PageCost few = cost(HistoryBench.FEW);
        return cost(HistoryBench.MANY).beside(few, "day");
    }

    private static PageCost cost(int calls) throws Exception {
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var people = new People(installation, browsers);
                var client = Bench.client()) {
            new PastCalls(installation).withoutContent(calls);
            var nurse = people.nurse();
            nurse.goesOnDuty();
            var careWorker = people.careWorker();
            careWorker.startsAssessmentCall();
            careWorker.fillsInTheKnock("Noor Sandgren");
            for (int i = 0; i < WAITING; i++) KnockBench.knock(careWorker.person());
            String cookies = PageCost.cookies(nurse.person());
            var streams = new ArrayList<InputStream>();
            for (int i = 0; i < LISTENERS; i++) streams.add(KnockBench.listen(client, installation, nurse.person()));
            nurse.person().context().close();
            PageCost cost =
                    PageCost.of(client, PageCost.request(installation, "/min-dag", cookies), installation.database());
            int waiting = installation
                    .database()
                    .sql("select count(*) from assessment.drop_in where state = 'WAITING'")
                    .query(Integer.class)
                    .single();
            if (waiting != WAITING) throw new IllegalStateException("Only " + waiting + " waited to the end");
            for (InputStream stream : streams) stream.close();
            client.shutdownNow();
            return cost;
        }
    }
}
