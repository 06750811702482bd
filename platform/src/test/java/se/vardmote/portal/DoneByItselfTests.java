package se.vardmote.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.web.TestHouse;
import se.vardmote.retention.PurgeRuns;

/** R0-39: what the running product does without anybody asking. A job that is not scheduled would be missed by nobody. */
class DoneByItselfTests {
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse("db-scheduler.enabled=true");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void content_is_purged() {
        PurgeRuns runs = house.context().getBean(PurgeRuns.class);
        await().until(() -> runs.latest()
                .filter(day -> day.outcome() == PurgeRuns.Outcome.DONE)
                .isPresent());
    }

    @Test
    void every_job_is_scheduled() {
        assertThat(house.database
                        .owner()
                        .sql("select task_name from platform.scheduled_tasks")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "purge-content",
                        "remove-stray-keys",
                        "miss-planned-calls",
                        "seek-further",
                        "forget-drafts",
                        "end-abandoned-meetings",
                        "access-expired",
                        "empty-outbox",
                        "tidy-outbox",
                        "directory-sent",
                        "forget-questions");
    }
}
