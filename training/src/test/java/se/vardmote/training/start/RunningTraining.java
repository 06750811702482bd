package se.vardmote.training.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import se.vardmote.training.CommandLine;
import se.vardmote.training.Training;
import se.vardmote.training.cast.OrganisationDatabase;

/** The whole training environment on a real port and a real database, asked as a browser would ask it. */
public final class RunningTraining implements AutoCloseable {

    static {
        // The role hosts resolve in browsers only; the tests connect to 127.0.0.1 and name the host themselves.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /** Nothing answers there unless a test lets something. */
    public static final int PRODUCT_PORT = OrganisationDatabase.freePort();

    public static final String CLIENT_SECRET = "a-secret-of-the-test";

    public static final String VISITOR_SECRET = "another-secret-of-the-test";

    /** What the product would have left in {@code secrets/oidc-account-client}. */
    public static final String ACCOUNT_SECRET = "a-third-secret-of-the-test";

    public static final String SMS_TOKEN = "a-token-of-the-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final OrganisationDatabase database;
    private final Path data;
    private final int port;
    private final ConfigurableApplicationContext context;

    private RunningTraining(OrganisationDatabase database, Path data, int port) {
        this.database = database;
        this.data = data;
        this.port = port;
        this.context = Training.start(new CommandLine(port, data, InetAddress.getLoopbackAddress(), List.of(), null));
    }

    public static RunningTraining start() throws IOException {
        OrganisationDatabase database = OrganisationDatabase.fresh();
        Path data = Files.createTempDirectory("vardmote-training-data");
        leftByTheProduct(data, database.jdbcUrl(), "training");
        try {
            return new RunningTraining(database, data, OrganisationDatabase.freePort());
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Puts into the directory what the running product leaves there. */
    public static void leftByTheProduct(Path data, String jdbcUrl, String environment) throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/oidc-client"), CLIENT_SECRET + "\n");
        Files.writeString(data.resolve("secrets/oidc-account-client"), ACCOUNT_SECRET + "\n");
        Files.writeString(data.resolve("secrets/oidc-visitor-client"), VISITOR_SECRET + "\n");
        Files.writeString(data.resolve("secrets/sms-gateway"), SMS_TOKEN + "\n");
        Files.writeString(data.resolve("run/connection.properties"), """
                jdbcUrl=%s
                ownerUser=owner
                ownerPassword=unused
                appUser=app
                environment=%s
                port=%d
                """.formatted(jdbcUrl, environment, PRODUCT_PORT));
    }

    public OrganisationDatabase database() {
        return database;
    }

    public int port() {
        return port;
    }

    public String issuer() {
        return "http://start.localhost:" + port;
    }

    public HttpResponse<String> get(String host, String path, String... headers) {
        return send(request(host, path, headers).GET().build());
    }

    public HttpResponse<String> post(String host, String path, String form, String... headers) {
        return send(request(host, path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** The cookie of that name that the answer sets, as {@code name=value}. */
    public static Optional<String> cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst();
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        FileSystemUtils.deleteRecursively(data);
    }

    private HttpRequest.Builder request(String host, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", host + ":" + port);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }
}
