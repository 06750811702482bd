package se.vardmote.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;

/** Real encryption, with keys in a folder of its own. */
public final class TestRetention {
    private TestRetention() {}

    public static RetentionUnits on(TestDatabase db, Clock clock) {
        try {
            Path folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "secrets-");
            return new RetentionUnits(db.app(), db.keys(), new FileKeyWrapping(new SecretFiles(folder)), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
