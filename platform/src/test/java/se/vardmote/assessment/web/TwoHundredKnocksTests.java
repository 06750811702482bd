package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.organisation.Devices;
import se.vardmote.vocabulary.DeviceId;

/** R0-2, R0-10: a whole municipality knocks in the same second. */
class TwoHundredKnocksTests {
    private static final int KNOCKS = 200;
    private static final TestHouse house = new TestHouse();
    private final DeviceId device = house.cast.device("iPad 07");
    private final Token token = Token.fresh();

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void all_are_kept_once_the_queue_is_whole_and_nobody_meets_an_error() throws Exception {
        house.context().getBean(Devices.class).enrol(device, token.hash());
        TestBrowser first = onDevice(Map.of());
        String page = first.get("/bedomningssamtal").body();
        String formToken = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        List<Callable<Integer>> knocks = IntStream.range(0, KNOCKS)
                .mapToObj(number -> onDevice(first.cookies))
                .map(browser -> (Callable<Integer>)
                        () -> browser.raw("/bedomningssamtal", form(formToken), "Origin", house.origin())
                                .statusCode())
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(knocks))
                assertThat(answer.get()).isEqualTo(303);
        }

        List<DropIn> waiting = house.context().getBean(DropIns.class).waitingAt(TestCast.VELLINGE, TestCast.NURSES);
        assertThat(waiting).hasSize(KNOCKS).extracting(DropIn::conversation).doesNotHaveDuplicates();
        assertThat(house.database
                        .owner()
                        .sql("select count(*) from audit.event where action = 'knock'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(KNOCKS);
    }

    private TestBrowser onDevice(Map<String, String> cookies) {
        TestBrowser browser = house.browser();
        browser.cookies.putAll(cookies);
        browser.cookies.put("__Host-device", token.text());
        return browser;
    }

    static Map<String, String> form(String formToken) {
        return new HashMap<>(Map.of(
                "_csrf", formToken,
                "knock", UUID.randomUUID().toString(),
                "reason", "FALL",
                "patientName", "Tolvan Tolvansson",
                "identityKind", "personal",
                "identityNumber", "191212121212",
                "staffName", "Kim Ekdal",
                "staffPhone", "070-174 06 05",
                "spokenWith", "other",
                "spokenWithName", "Noor Sandgren"));
    }
}
