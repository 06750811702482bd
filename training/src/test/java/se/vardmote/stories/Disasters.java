package se.vardmote.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What happens to the processes of one installation, and to no others. */
final class Disasters {
    private static final long PATIENCE_SECONDS = 60;
    private final Path data;

    Disasters(Installation installation) {
        this.data = installation.data();
    }

    /** Kill −9 of the media server; returns when it is gone. */
    void killJanus() {
        var janus = janus();
        janus.destroyForcibly();
        janus.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The media server is there and does nothing any more; returns when the product has put an end to it. */
    void hangJanus() {
        var janus = janus();
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(janus.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        janus.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private ProcessHandle janus() {
        var janus = ProcessHandle.of(number(data.resolve("janus/janus.pid"))).orElseThrow();
        if (!janus.info().command().orElse("").contains("janus")) {
            throw new IllegalStateException("Process " + janus.pid() + " is not Janus");
        }
        return janus;
    }

    /** PostgreSQL goes down without tidying up, and comes back on the same port after recovery. */
    void crashAndRestartPostgres() {
        var folder = only(data.resolve("postgres"), "data-");
        var programs = only(data.resolve("postgres"), "programs-");
        var words = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // As the product does: PostgreSQL refuses to run as root.
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(
                programs.resolve("bin/pg_ctl").toString(),
                "restart",
                "-D",
                folder.toString(),
                "-m",
                "immediate",
                "-w",
                "-l",
                data.resolve("postgres/postgres.log").toString()));
        try {
            var command = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("outputs/pg_ctl.txt").toFile())
                    .start();
            var ended = command.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (ended.join().exitValue() != 0) {
                throw new IllegalStateException(Files.readString(data.resolve("outputs/pg_ctl.txt")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path only(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
