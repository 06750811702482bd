package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that is told to stop leaves nobody standing: SIGTERM with everything open that holds up a shutdown (R0-35). */
@ExtendWith(InProduction.class)
class DrainingTests {
    private static final int SERVICE_RESTARTED = 1012;
    private static final int ENDED_BY_SIGTERM = 143;

    @Test
    @Tag("thorough")
    void a_node_says_that_it_leaves_then_lets_go_finishes_what_is_under_way_and_ends_within_seconds(
            Production production) throws Exception {
        String nurse = OrdinaryStaff.signedIn(production.owner());
        try (var leaving = production.firstNode();
                var staying = production.secondNode();
                Connection lock = production.postgres().ownerSource("vardmote").getConnection()) {
            var stream = leaving.openStream("/min-dag/handelser", nurse);
            var socket = leaving.openSocket(nurse);
            holdUpEveryPage(lock);
            var slow = leaving.getSoon("/min-dag", nurse);
            awaitWaitingForTheLock(production);

            CompletableFuture<Integer> ended = leaving.process().terminate();

            awaitNotReady(leaving);
            assertThat(stream).as("it serves on while the load balancer looks").isNotDone();
            assertThat(socket).isNotDone();
            assertThat(leaving.status("/halsa")).isEqualTo(200);

            assertThat(socket.get(10, TimeUnit.SECONDS)).isEqualTo(SERVICE_RESTARTED);
            stream.get(10, TimeUnit.SECONDS);
            assertThat(slow).as("the request under way is not cut off").isNotDone();
            lock.rollback();
            assertThat(slow.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);

            // An open stream would hold it up for half a minute.
            assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(staying.openStream("/min-dag/handelser", nurse)).isNotDone();
        }
    }

    /** Who somebody is and what waits at the unit are read from the register: whoever asks now waits. */
    private static void holdUpEveryPage(Connection lock) throws SQLException {
        lock.setAutoCommit(false);
        try (var statement = lock.createStatement()) {
            statement.execute("lock table organisation.commission in access exclusive mode");
        }
    }

    private static void awaitWaitingForTheLock(Production production) {
        Await.that(() -> production
                        .postgres()
                        .administrator()
                        .sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                > 0);
    }

    private static void awaitNotReady(ProductionNode node) {
        Await.that(() -> node.status("/halsa/redo") == 503);
    }
}
