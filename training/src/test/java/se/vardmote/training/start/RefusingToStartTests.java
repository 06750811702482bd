package se.vardmote.training.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.training.CannotStart;
import se.vardmote.training.CommandLine;
import se.vardmote.training.Training;
import se.vardmote.training.cast.OrganisationDatabase;

class RefusingToStartTests {

    @Test
    void the_cast_is_never_put_into_a_database_for_production(@TempDir Path data) throws Exception {
        RunningTraining.leftByTheProduct(data, "jdbc:postgresql://127.0.0.1:1/vardmote", "production");
        assertThatThrownBy(() -> Training.start(CommandLine.parse("--data", data.toString())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("inte en provmiljö");
    }

    @Test
    void what_the_database_says_of_itself_counts_more_than_the_file(@TempDir Path data) throws Exception {
        try (OrganisationDatabase database = OrganisationDatabase.fresh()) {
            database.client()
                    .sql("update platform.environment set name = 'production'")
                    .update();
            RunningTraining.leftByTheProduct(data, database.jdbcUrl(), "training");
            assertThatThrownBy(() -> Training.start(CommandLine.parse("--data", data.toString())))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("inte en provmiljö");
            assertThat(database.contents()).isEmpty();
        }
    }

    @Test
    void where_the_product_has_not_run_the_remedy_is_to_start_it(@TempDir Path empty) {
        assertThatThrownBy(() -> Training.start(CommandLine.parse("--data", empty.toString())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("./vardmote run");
    }

    @Test
    void when_the_database_does_not_answer_the_remedy_is_to_start_the_product(@TempDir Path data) throws Exception {
        RunningTraining.leftByTheProduct(data, "jdbc:postgresql://127.0.0.1:1/vardmote", "training");
        assertThatThrownBy(() -> Training.start(CommandLine.parse("--data", data.toString())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("./vardmote run");
    }

    @Test
    void other_computers_never_reach_it() {
        assertThatThrownBy(() -> CommandLine.parse("--address", "0.0.0.0"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("bara på den egna datorn");
        assertThat(CommandLine.parse().address().isLoopbackAddress()).isTrue();
    }

    @Test
    void a_mistyped_option_is_named() {
        assertThatThrownBy(() -> CommandLine.parse("--prot", "8081")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> CommandLine.parse("--port", "eighty")).hasMessageContaining("eighty");
        assertThatThrownBy(() -> CommandLine.parse("--port")).hasMessageContaining("--port");
    }
}
