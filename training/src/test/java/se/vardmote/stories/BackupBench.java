package se.vardmote.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A backup of a million calls from the running product, and its restore into a new data folder. Without the folder's
 * keys: nothing is read here.
 */
final class BackupBench {
    private static final int CALLS = Integer.getInteger("vardmote.bench.kept", 1_000_000);
    private static final int LONGEST_MINUTES = 30;

    private BackupBench() {}

    static List<Figure> measure() throws Exception {
        try (var installation = Installation.start()) {
            new PastCalls(installation).withoutContent(CALLS);
            Path elsewhere = Files.createTempDirectory(
                    "vardmote-restored",
                    java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x")));
            try {
                Path backup = elsewhere.resolve("backup");
                double written = seconds("backup", backup, installation.data());
                double restored = seconds("restore", backup, elsewhere.resolve("data"));
                System.err.printf("The backup takes %d MB%n", megabytes(backup));
                return List.of(
                        new Figure("backup-1000000-calls", written, "s", 300),
                        new Figure("restore-1000000-calls", restored, "s", 300));
            } finally {
                FileSystemUtils.deleteRecursively(elsewhere);
            }
        }
    }

    private static double seconds(String command, Path backup, Path data) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(FrontDoor.command(command, backup.toString(), "--data", data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(
                        Files.createTempFile("vardmote-bench", ".txt").toFile()))
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0)
            throw new IllegalStateException(command + " did not succeed");
        return (System.nanoTime() - began) / 1e9;
    }

    private static long megabytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1_000_000;
        }
    }
}
