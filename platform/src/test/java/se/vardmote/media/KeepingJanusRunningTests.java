package se.vardmote.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Janus that we start ourselves. */
class KeepingJanusRunningTests {
    private final Path folder = RealJanus.newFolder();

    @BeforeEach
    void needsJanus() {
        assumeTrue(InstalledJanus.find().isPresent(), "Janus is not installed");
        assumeTrue(MediaAddress.find().isPresent(), "This machine has only its loopback address");
    }

    @AfterEach
    void clear() {
        RealJanus.delete(folder);
    }

    @Test
    void where_janus_is_not_installed_that_is_what_is_said() {
        try (var janus = new EmbeddedJanus(folder, Optional.empty(), MediaAddress::find)) {
            assertThat(janus.availability()).isEqualTo(Availability.NOT_INSTALLED);
            assertThat(janus.process()).isEmpty();
        }
    }

    @Test
    void where_there_is_only_loopback_that_is_what_is_said() {
        try (var janus = new EmbeddedJanus(folder, InstalledJanus.find(), Optional::empty)) {
            assertThat(janus.availability()).isEqualTo(Availability.NO_NETWORK_ADDRESS);
            assertThat(janus.process()).isEmpty();
        }
    }

    @Test
    void one_that_is_killed_is_started_again_and_ends_with_us() {
        ProcessHandle last;
        try (var janus = started()) {
            ProcessHandle first = janus.process().orElseThrow();
            first.destroyForcibly();
            RealJanus.until("another runs", () -> janus.process()
                    .filter(other -> other.pid() != first.pid())
                    .isPresent());
            last = janus.process().orElseThrow();
        }
        assertThat(last.isAlive()).isFalse();
    }

    @Test
    void one_that_outlived_our_crash_is_taken_over() throws IOException {
        ProcessHandle orphan = orphan();
        try (var janus = started()) {
            assertThat(janus.process()).contains(orphan);
        }
        assertThat(EmbeddedJanus.hasEnded(orphan)).isTrue();
    }

    @Test
    void one_that_outlived_our_crash_with_another_configuration_is_stopped_first() throws IOException {
        ProcessHandle orphan = orphan();
        Files.writeString(folder.resolve("janus.jcfg"), "general: { }");
        try (var janus = started()) {
            assertThat(janus.process()).isPresent().isNotEqualTo(Optional.of(orphan));
            assertThat(EmbeddedJanus.hasEnded(orphan)).isTrue();
        }
    }

    @Test
    void another_program_that_got_the_number_of_a_dead_janus_is_left_alone() throws IOException {
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("janus.pid"), Long.toString(innocent.pid()));
            try (var janus = started()) {
                assertThat(janus.process()).isPresent().isNotEqualTo(Optional.of(innocent.toHandle()));
            }
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void it_is_commanded_from_this_machine_only_and_its_secrets_are_for_its_owner_only() throws IOException {
        try (var janus = started()) {
            int port = janus.address().socket().getPort();
            RealJanus.until("it listens", () -> listens("127.0.0.1", port));
            assertThat(listens(MediaAddress.find().orElseThrow(), port)).isFalse();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(file -> !file.endsWith("janus.log")))
                        .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                                .allMatch(permission -> permission.name().startsWith("OWNER")));
            }
            assertThat(Files.getPosixFilePermissions(folder))
                    .allMatch(permission -> permission.name().startsWith("OWNER"));
        }
    }

    private EmbeddedJanus started() {
        var janus = new EmbeddedJanus(folder, InstalledJanus.find(), MediaAddress::find);
        RealJanus.until("Janus runs", () -> janus.process().isPresent());
        return janus;
    }

    /** What a kill -9 of our own process leaves behind. */
    private ProcessHandle orphan() throws IOException {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingLauncher.class.getName(),
                        folder.toString())
                .start();
        long pid = Long.parseLong(launcher.inputReader().readLine());
        launcher.destroyForcibly().onExit().join();
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElseThrow();
    }

    private static boolean listens(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
