package se.vardmote.stories;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of a unit and of one person, with a million old calls beside a thousand. */
final class HistoryBench {
    static final int FEW = 1_000;
    static final int MANY = Integer.getInteger("vardmote.bench.kept", 1_000_000);

    private HistoryBench() {}

    private record Costs(PageCost unit, PageCost person) {}

    static List<Figure> measure() throws Exception {
        Costs few = costs(FEW);
        Costs many = costs(MANY);
        return Stream.concat(
                        many.unit().beside(few.unit(), "history-unit").stream(),
                        many.person().beside(few.person(), "history-person").stream())
                .toList();
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
            String cookies = PageCost.cookies(nurse);
            nurse.context().close();
            JdbcClient database = installation.database();
            return new Costs(
                    PageCost.of(client, PageCost.request(installation, "/historik", cookies), database),
                    PageCost.of(
                            client, PageCost.request(installation, "/historik?person=" + person, cookies), database));
        }
    }
}
