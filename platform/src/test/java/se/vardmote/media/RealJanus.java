package se.vardmote.media;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A Janus in a folder of its own for one test class, and the rooms on it. */
final class RealJanus implements AutoCloseable {
    final Path folder;
    final EmbeddedJanus server;
    final JanusRooms rooms;

    RealJanus() {
        assumeTrue(InstalledJanus.find().isPresent(), "Janus is not installed");
        assumeTrue(MediaAddress.find().isPresent(), "This machine has only its loopback address");
        folder = newFolder();
        server = new EmbeddedJanus(folder, InstalledJanus.find(), MediaAddress::find);
        rooms = new JanusRooms(server, new Rooms(1_200_000, 25));
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("janus");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ProcessHandle process() {
        until("Janus runs", () -> server.process().isPresent());
        return server.process().orElseThrow();
    }

    static void until(String what, BooleanSupplier state) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("Never came true: " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        rooms.close();
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
