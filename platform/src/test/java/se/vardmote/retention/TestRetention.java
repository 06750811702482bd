package se.vardmote.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;

/** Real encryption, with keys in a folder of its own. */
public final class TestRetention {
    private TestRetention() {}

    private static final Map<TestDatabase, SecretFiles> SECRETS = new ConcurrentHashMap<>();

    public static RetentionUnits on(TestDatabase db, Clock clock) {
        return units(db.app(), db, clock);
    }

    /** Over rows restored from a backup, with the keys of today. */
    public static RetentionUnits restored(TestDatabase main, TestDatabase keys, Clock clock) {
        return units(main.app(), keys, clock);
    }

    /** The key files that a restored pair of databases needs, as an operator puts them back. */
    public static void sameSecrets(TestDatabase restored, TestDatabase original) {
        SECRETS.put(restored, secrets(original));
    }

    private static RetentionUnits units(JdbcClient main, TestDatabase keys, Clock clock) {
        return new RetentionUnits(main, keys.keys(), new FileKeyWrapping(secrets(keys)), clock);
    }

    private static SecretFiles secrets(TestDatabase db) {
        return SECRETS.computeIfAbsent(db, any -> {
            try {
                return new SecretFiles(Files.createTempDirectory(
                        Files.createDirectories(Path.of("target").toAbsolutePath()), "secrets-"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
