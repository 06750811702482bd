package se.vardmote.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Waits, as a node leaves, until the last answers have gone out. The web server's own graceful stop looks whether a
 * servlet is busy, and a servlet is done before its answer is on the wire: without this a slow visitor's answer is cut
 * off now and then.
 */
@Component
public final class LastAnswers implements SmartLifecycle, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private final Counting counting = new Counting();
    private volatile boolean running;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(counting);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        counting.awaitNone(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the graceful stop, before the server itself ends. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 1;
    }

    /** Counts from a request's arrival to what the server does last of all when its answer is out: write to access logs. */
    private static final class Counting extends ValveBase implements AccessLog {
        private static final String COUNTED = Counting.class.getName();
        private int underWay;

        private Counting() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            // What is answered later comes through here once more.
            if (request.getAttribute(COUNTED) == null) begin(request);
            getNext().invoke(request, response);
        }

        private synchronized void begin(Request request) {
            request.setAttribute(COUNTED, true);
            underWay++;
        }

        /** Also called for what could not be read as a request, which was never counted. */
        @Override
        public synchronized void log(Request request, Response response, long time) {
            if (request.getAttribute(COUNTED) == null) return;
            request.removeAttribute(COUNTED);
            underWay--;
            notifyAll();
        }

        private synchronized void awaitNone(long nanos) {
            long giveUp = System.nanoTime() + nanos;
            try {
                while (underWay > 0) {
                    long left = TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime());
                    if (left <= 0) return;
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void setRequestAttributesEnabled(boolean enabled) {
            // It writes nothing, so it needs nothing about the visitor.
        }

        @Override
        public boolean getRequestAttributesEnabled() {
            return false;
        }
    }
}
