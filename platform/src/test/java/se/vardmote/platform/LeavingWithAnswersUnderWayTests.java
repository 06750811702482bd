package se.vardmote.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A node leaves when the servlet is done and its answer is not yet on the wire (R0-35). */
class LeavingWithAnswersUnderWayTests {
    private final LastAnswers lastAnswers = new LastAnswers();
    private final CountDownLatch servletIsDone = new CountDownLatch(1);
    private final CountDownLatch mayGoOut = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.addEngineValves(new SlowAnswers());
        lastAnswers.customize(factory);
        server = factory.getWebServer(
                context -> context.addServlet("words", new Words()).addMapping("/"));
        server.start();
        lastAnswers.start();
    }

    @AfterEach
    void stop() {
        mayGoOut.countDown();
        client.close();
        server.stop();
    }

    @Test
    void it_waits_for_the_answer_and_no_longer() throws Exception {
        var answer = client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(servletIsDone.await(10, TimeUnit.SECONDS)).isTrue();

        var left = CompletableFuture.runAsync(
                () -> {
                    lastAnswers.stop();
                    server.stop();
                },
                Thread::startVirtualThread);
        assertThatThrownBy(() -> left.get(300, TimeUnit.MILLISECONDS))
                .as("it still waits")
                .isInstanceOf(TimeoutException.class);
        mayGoOut.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("det sista");
        left.get(10, TimeUnit.SECONDS);
    }

    @Test
    void with_nothing_under_way_it_does_not_wait() {
        lastAnswers.stop();
        assertThat(lastAnswers.isRunning()).isFalse();
    }

    private static final class Words extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("det sista");
        }
    }

    /** Stands outside the servlet: what it holds up is only the way out. */
    private final class SlowAnswers extends ValveBase {
        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            servletIsDone.countDown();
            try {
                mayGoOut.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
