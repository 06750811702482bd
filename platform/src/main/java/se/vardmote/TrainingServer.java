package se.vardmote;

import java.io.IOException;
import java.sql.SQLException;
import se.vardmote.platform.DataDirectory;
import se.vardmote.platform.Databases;
import se.vardmote.platform.EmbeddedPostgres;
import se.vardmote.platform.Installation;
import se.vardmote.platform.SecretFiles;

/** The training environment's own PostgreSQL, for a command that needs it for a while, whether the product runs or not. */
final class TrainingServer {
    private TrainingServer() {}

    /** What a command does with the databases. */
    interface Work<T> {
        T on(Databases databases) throws IOException, SQLException;
    }

    /** Starts it unless it runs, and leaves it as it was. */
    static <T> T with(DataDirectory data, Work<T> work) {
        try {
            boolean running = EmbeddedPostgres.isRunning(data.postgres());
            SecretFiles secrets = data.secrets();
            var server = EmbeddedPostgres.start(data.postgres(), secrets, Installation.serverSettings());
            try {
                return work.on(Databases.on(server, secrets));
            } finally {
                if (!running) server.close();
            }
        } catch (IOException | SQLException e) {
            throw new Options.Wrong("Databasen svarar inte: " + e.getMessage());
        }
    }
}
