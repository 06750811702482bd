package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a supervisor reads after a call: how much goes on, and nothing of who (R0-35, R0-36). */
@ExtendWith(Stories.class)
class FiguresWithoutPersonsTests {
    /** Ids of ours, tokens of 128 bits and more, and long numbers; a decimal fraction is a figure. */
    private static final Pattern SOMEBODYS = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-|[A-Za-z0-9_-]{22,}|(?<![\\d.])\\d{6}-?\\d{4}(?![\\d.E])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TAGS = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    @Test
    void after_a_call_the_figures_tell_of_it_and_name_nobody(People people) throws Exception {
        var call = OngoingCall.begin(people);
        call.talk("när allt räknas");
        String during = figures(people);
        call.nurse().room().endsForAll();
        call.careWorker().room().isOver();

        assertThat(value(during, "vardmote_knocks_total")).isPositive();
        assertThat(value(during, "vardmote_judgements_total{outcome=\"digital\"}"))
                .isPositive();
        assertThat(value(during, "vardmote_pages_total{arrival=\"first\"}")).isGreaterThanOrEqualTo(2);
        assertThat(value(during, "vardmote_sockets_open")).isGreaterThanOrEqualTo(2);
        assertThat(value(during, "vardmote_installation_meetings_open")).isPositive();
        assertThat(value(during, "vardmote_installation_connections")).isGreaterThanOrEqualTo(2);
        assertThat(value(during, "vardmote_installation_audit_unsealed_seconds"))
                .isBetween(0.0, 30.0);
        assertThat(value(during, "vardmote_media_available")).isEqualTo(1);
        assertThat(during)
                .contains("vardmote_media_interruptions_total", "vardmote_installation_waiting")
                .contains("hikaricp_connections_active{pool=\"main\"}", "jvm_memory_used_bytes")
                .contains("uri=\"/vantande/{dropIn}/slapp-in\"");
        assertNobodyIn(people, during + figures(people));
    }

    @Test
    void the_visitors_address_gives_no_figures(People people) throws Exception {
        for (String path : List.of("/actuator", "/actuator/prometheus", "/actuator/health", "/metrics")) {
            assertThat(get(URI.create(people.installation().loopback(path))).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    private static void assertNobodyIn(People people, String figures) throws IOException {
        Path file = Files.createTempFile("vardmote-figures", ".txt");
        Files.writeString(file, figures);
        new Secrets()
                .identityNumber(CareWorker.IDENTITY_NUMBER)
                .phone(CareWorker.PHONE)
                .name(CareWorker.NAME)
                .name(CareWorker.PATIENT)
                .name("Noor Sandgren")
                .name("Höllviken")
                .assertAbsentFrom(List.of(file));
        Files.delete(file);
        var tags = new TreeSet<String>();
        var found = TAGS.matcher(figures);
        while (found.find()) {
            tags.add(found.group(1));
            assertThat(found.group(2)).as(found.group(1)).doesNotContainPattern(SOMEBODYS);
        }
        assertThat(tags)
                .as("few tags, each with few values")
                .isSubsetOf(
                        "action",
                        "area",
                        "arrival",
                        "cause",
                        "compiler",
                        "error",
                        "exception",
                        "gc",
                        "id",
                        "method",
                        "outcome",
                        "pool",
                        "runtime",
                        "state",
                        "status",
                        "uri",
                        "vendor",
                        "version");
    }

    private static double value(String figures, String name) {
        return figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among\n"
                        + figures.lines()
                                .filter(line -> line.startsWith("vardmote_"))
                                .collect(Collectors.joining("\n"))));
    }

    private static String figures(People people) throws Exception {
        var answer = get(people.installation().figures());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
