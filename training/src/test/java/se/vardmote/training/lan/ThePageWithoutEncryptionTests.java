package se.vardmote.training.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.training.cast.OrganisationDatabase;
import se.vardmote.training.web.Pages;

/** The one door to the network without TLS: it leads to a page and a certificate, and to nothing else. */
class ThePageWithoutEncryptionTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static LanAccess lan;
    private static TrustPage open;

    @BeforeAll
    static void open() throws GeneralSecurityException {
        int port = OrganisationDatabase.freePort() - 2;
        lan = LanAccess.prepare(InetAddress.getLoopbackAddress(), port, data, Clock.systemUTC());
        open = new TrustPage(lan, new Pages().text("trust.jte", Map.of("lan", lan)));
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @Test
    void the_page_says_how_to_trust_and_what_to_compare() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("VPN och enhetshantering", "Inställningar för betrodda certifikat")
                .contains("Alla på nätverket kan öppna provmiljön")
                .contains(lan.product() + "/para-ihop");
        assertThat(page.body().replaceAll("</?span>", "").replaceAll("\\s+", " "))
                .contains(lan.fingerprint());
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void the_certificate_is_the_authoritys_and_known_as_one_to_install() throws Exception {
        HttpResponse<byte[]> file =
                HTTP.send(request(TrustPage.CERTIFICATE).GET().build(), BodyHandlers.ofByteArray());

        assertThat(file.headers().firstValue("Content-Type")).contains("application/x-x509-ca-cert");
        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file.body())))
                .isEqualTo(lan.authority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/logga-in",
                "/min-dag",
                "/para-ihop",
                "/kort",
                "/som/ipad-07",
                "/oauth2/authorize",
                "/halsa/redo",
                "/index.html",
                "/training.css/",
                "/training.css/../../secrets/oidc-client",
                "/%2e%2e/secrets/lan/authority.pem",
                "//"
            })
    void nothing_else_is_there(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void nothing_can_be_sent_to_it() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS"}) {
            var sent =
                    request("/").method(method, BodyPublishers.ofString("x=1")).build();
            assertThat(HTTP.send(sent, BodyHandlers.ofString()).statusCode())
                    .as(method)
                    .isEqualTo(405);
        }
    }

    /** By hand: no client of Java sends a target that is a whole address, as to a proxy. */
    @Test
    void it_fetches_nothing_from_elsewhere() throws IOException {
        try (var socket = new Socket(lan.address(), lan.trustPort())) {
            String asked =
                    "GET http://127.0.0.1:" + lan.ownPort() + "/kort HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404");
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(lan.trustPage() + path));
    }
}
