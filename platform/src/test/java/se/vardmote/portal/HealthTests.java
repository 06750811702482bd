package se.vardmote.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.vardmote.access.web.TestHouse;

/** The signs of life, for load balancers, supervisors and whoever looks with a browser. */
class HealthTests {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9";
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void wellAgain() {
        say(LivenessState.CORRECT);
        say(ReadinessState.ACCEPTING_TRAFFIC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/halsa;" + BROWSER,
                "/halsa/redo;" + BROWSER,
                "/halsa;*/*",
                "/halsa/redo;*/*",
                "/halsa/redo;application/json"
            })
    void a_sound_process_answers_in_plain_text_whoever_asks(String path, String accept) {
        HttpResponse<String> answer = house.browser().get(path, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @Test
    void a_process_that_drains_takes_no_visitors_but_need_not_be_started_again() {
        say(ReadinessState.REFUSING_TRAFFIC);

        assertThat(status("/halsa/redo")).isEqualTo(503);
        assertThat(house.browser().get("/halsa/redo").body()).isEqualTo("ej redo");
        assertThat(status("/halsa")).isEqualTo(200);
    }

    @Test
    void a_process_that_is_broken_says_so() {
        say(LivenessState.BROKEN);

        assertThat(status("/halsa")).isEqualTo(503);
    }

    @Test
    void without_its_database_a_process_lives_but_takes_no_visitors() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1");
        var availability = house.context().getBean(ApplicationAvailability.class);
        var health = new HealthController(availability, JdbcClient.create(nowhere));

        assertThat(health.ready().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(health.alive().getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private static int status(String path) {
        return house.browser().get(path).statusCode();
    }

    private static void say(AvailabilityState state) {
        AvailabilityChangeEvent.publish(house.context(), state);
    }
}
