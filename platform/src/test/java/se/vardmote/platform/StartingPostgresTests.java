package se.vardmote.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingPostgresTests {

    @Test
    void swedish_letters_sort_last() {
        try (var database = TestDatabase.fresh()) {
            List<String> names = database.app()
                    .sql("select n from (values ('Öberg'), ('Zorn'), ('Åkesson'), ('Ärlig'), ('Adam')) v(n) order by n")
                    .query(String.class)
                    .list();
            assertThat(names).containsExactly("Adam", "Zorn", "Åkesson", "Ärlig", "Öberg");
        }
    }

    @Test
    void the_running_role_cannot_change_what_the_database_was_created_for() {
        try (var database = TestDatabase.fresh()) {
            assertThat(database.app()
                            .sql("select has_table_privilege('platform.environment', 'insert, update, delete')")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @Test
    void one_that_outlived_us_is_taken_over(@TempDir Path folder) throws Exception {
        var secrets = new SecretFiles(folder.resolve("secrets"));
        var first = EmbeddedPostgres.start(folder, secrets, List.of("fsync=off"));
        String address = first.superuser("postgres").jdbcUrl();

        try (var second = EmbeddedPostgres.start(folder, secrets, List.of("fsync=off"))) {
            assertThat(second.superuser("postgres").jdbcUrl()).isEqualTo(address);
        }
    }
}
