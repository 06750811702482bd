package se.vardmote.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

/** Style 17: nothing personal in a log line, also when the database repeats what it was given. */
class LoggingExceptionsTests {
    private static final String NUMBER = "19121212-1212";

    @Test
    void a_database_error_that_repeats_an_identity_number_is_logged_without_it() {
        try (var database = TestDatabase.fresh()) {
            Throwable refused = catchThrowable(() -> database.app()
                    .sql("select cast(:number as int)")
                    .param("number", NUMBER)
                    .query(Integer.class)
                    .single());
            assertThat(refused).as("the message that must not be logged").hasStackTraceContaining(NUMBER);

            assertThat(logged(refused))
                    .contains("DataIntegrityViolationException")
                    .doesNotContain("1212");
        }
    }

    private static String logged(Throwable thrown) {
        Logger logger = new LoggerContext().getLogger("test");
        var converter = new PlacesOnly();
        converter.start();
        return converter.convert(new LoggingEvent("here", logger, Level.ERROR, "Something failed", thrown, null));
    }
}
