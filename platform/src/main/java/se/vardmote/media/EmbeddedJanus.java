package se.vardmote.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installed Janus, started by us as a child process and started again when it dies. One that outlived a crash of
 * ours is taken over as it is, with the media that flow through it, when its configuration is the one we would write;
 * otherwise it is stopped first.
 */
final class EmbeddedJanus implements JanusServer {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedJanus.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration EARLY_DEATH = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int GLANCES_PER_LOOK = 25;
    private static final int GRACE_GLANCES = 15;
    private final JanusFolder folder;
    private final Optional<InstalledJanus> installed;
    private final Supplier<Optional<String>> mediaAddress;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile JanusAddress address;
    private volatile Availability availability;
    private volatile @Nullable ProcessHandle process;
    private volatile long since = System.nanoTime();

    /**
     * @param folder for configuration, secrets, process id and log; nobody else's
     * @param mediaAddress the IPv4 address at which pages reach it, asked for at every start
     */
    EmbeddedJanus(Path folder, Optional<InstalledJanus> installed, Supplier<Optional<String>> mediaAddress) {
        this.folder = new JanusFolder(folder);
        this.installed = installed;
        this.mediaAddress = mediaAddress;
        this.address = this.folder.address();
        this.availability = look();
        this.supervisor = Thread.ofVirtual().name("janus supervisor").unstarted(this::supervise);
        if (availability != Availability.NOT_INSTALLED) supervisor.start();
    }

    @Override
    public Availability availability() {
        return availability;
    }

    @Override
    public JanusAddress address() {
        return address;
    }

    /** The process as it is now; empty between two. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(janus -> !hasEnded(janus));
    }

    /** One that was started a moment ago is left to get ready. */
    @Override
    public void hung() {
        if (System.nanoTime() - since < LOOK.toNanos()) return;
        process().ifPresent(hung -> {
            log.warn("Janus {} does not answer and is killed", hung.pid());
            hung.destroyForcibly();
        });
    }

    @Override
    public void close() {
        closing.countDown();
        supervisor.interrupt();
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process().ifPresent(EmbeddedJanus::stop);
    }

    private Availability look() {
        if (installed.isEmpty()) return Availability.NOT_INSTALLED;
        return mediaAddress.get().isEmpty() ? Availability.NO_NETWORK_ADDRESS : Availability.AVAILABLE;
    }

    private void supervise() {
        int earlyDeaths = 0;
        do {
            availability = look();
            Optional<String> reachable = mediaAddress.get();
            if (reachable.isEmpty()) continue;
            since = System.nanoTime();
            run(reachable.get());
            boolean early = System.nanoTime() - since < EARLY_DEATH.toNanos();
            earlyDeaths = early ? earlyDeaths + 1 : 0;
            if (earlyDeaths > 1) address = folder.moved();
        } while (!pause(pauseAfter(earlyDeaths)));
    }

    private Duration pauseAfter(int earlyDeaths) {
        if (availability != Availability.AVAILABLE) return LOOK;
        return earlyDeaths < 2 ? Duration.ZERO : Duration.ofMillis(Math.min(10_000, 100L << Math.min(earlyDeaths, 7)));
    }

    /** Until it ends, or we do, or the address it was told to use is no longer ours. */
    private void run(String reachable) {
        try {
            ProcessHandle janus = adoptedOrStarted(reachable);
            process = janus;
            watch(janus, reachable);
            if (!isClosing()) log.warn("Janus {} ended; see {}", janus.pid(), folder.log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!isClosing()) log.error("Janus did not start", e);
        }
    }

    private static void watch(ProcessHandle janus, String reachable) throws InterruptedException {
        for (int glances = 1; !ends(janus, GLANCE); glances++)
            if (glances % GLANCES_PER_LOOK == 0 && !MediaAddress.isHere(reachable)) stop(janus);
    }

    /** Waits that long for its end. One that we adopted is not our child: we must look, nobody tells us. */
    private static boolean ends(ProcessHandle janus, Duration wait) throws InterruptedException {
        try {
            janus.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return hasEnded(janus);
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** Also true of one that has ended but whose parent has not taken note of it yet. */
    static boolean hasEnded(ProcessHandle janus) {
        return !janus.isAlive() || janus.info().command().isEmpty();
    }

    private ProcessHandle adoptedOrStarted(String reachable) throws IOException {
        Map<String, String> files = configuration(reachable);
        Optional<ProcessHandle> orphan = folder.running();
        if (orphan.isPresent() && folder.holds(files)) {
            log.info(
                    "Janus {} outlived the last run and is taken over",
                    orphan.get().pid());
            return orphan.get();
        }
        orphan.ifPresent(EmbeddedJanus::stop);
        folder.write(files);
        return started();
    }

    private Map<String, String> configuration(String reachable) {
        JanusAddress at = address;
        int cores = Runtime.getRuntime().availableProcessors();
        var configuration = new JanusConfiguration(
                folder.path(), at.socket().getPort(), at.apiSecret(), at.adminKey(), reachable, cores);
        return configuration.files(installed.orElseThrow().modules());
    }

    private ProcessHandle started() throws IOException {
        String home = folder.path().toString();
        Process janus = new ProcessBuilder(
                        installed.orElseThrow().program().toString(), "-C", home + "/janus.jcfg", "-F", home)
                .directory(folder.path().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        folder.started(janus.pid());
        return janus.toHandle();
    }

    private static void stop(ProcessHandle janus) {
        try {
            janus.destroy();
            for (int glances = 0; !ends(janus, GLANCE); glances++)
                if (glances >= GRACE_GLANCES) janus.destroyForcibly();
        } catch (InterruptedException e) {
            janus.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** True when we are closing. */
    private boolean pause(Duration length) {
        try {
            return closing.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
