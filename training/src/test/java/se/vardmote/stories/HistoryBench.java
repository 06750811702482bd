package se.vardmote.stories;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The history of a unit and of one person, with a million old calls beside a thousand. */
final class HistoryBench {
    static final int FEW = 1_000;
    static final int MANY = Integer.getInteger("vardmote.bench.kept", 1_000_000);

    private HistoryBench() {}

    private record Pages(PageCost.Page unit, PageCost.Page person) {}

    static List<Figure> measure() throws Exception {
        try (var small = Installation.start();
                var large = Installation.start();
                var browsers = new Browsers();
                var client = Bench.client()) {
            Pages few = pages(small, browsers, FEW);
            Pages many = pages(large, browsers, MANY);
            return Stream.concat(
                            PageCost.compare("history-unit", client, few.unit(), many.unit()).stream(),
                            PageCost.compare("history-person", client, few.person(), many.person()).stream())
                    .toList();
        }
    }

    private static Pages pages(Installation installation, Browsers browsers, int calls) {
        var past = new PastCalls(installation);
        past.withoutContent(calls);
        UUID person = past.sixtyOfOnePerson();
        try (var people = new People(installation, browsers)) {
            String cookies = PageCost.cookies(people.nurse().person());
            return new Pages(
                    PageCost.Page.of(installation, "/historik", cookies),
                    PageCost.Page.of(installation, "/historik?person=" + person, cookies));
        }
    }
}
