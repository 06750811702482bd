package se.vardmote.platform;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How a node leaves. Readiness has just turned to "no" (the framework does that first of all): for a while it serves on
 * as before, so that whoever spreads the visitors has seen it. Then what is open for long is let go
 * ({@link Draining}), the web server takes nobody new and finishes the requests under way, and the process ends.
 */
@Component
@EnableConfigurationProperties(DrainSettings.class)
public final class Drain implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Drain.class);
    private final DrainSettings settings;
    private final ApplicationEventPublisher events;
    private volatile boolean running;

    Drain(DrainSettings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
    }

    /** Long-lived connections must be closed now: their pages come back, to another node where there is one. */
    public record Draining() {}

    @Override
    public void start() {
        running = true;
    }

    /** Comes before the web server's own stop, because what starts last stops first. */
    @Override
    public void stop() {
        running = false;
        giveNotice();
        events.publishEvent(new Draining());
        log.info("Open streams and sockets were let go");
    }

    private void giveNotice() {
        try {
            // Nothing counts it down: this is a wait for time itself.
            new CountDownLatch(1).await(settings.notice().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
