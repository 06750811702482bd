package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code ./vardmote run --lan}: a tablet of one's own, on the same network, is the one side of a call. The browser checks
 * the certificate as it checks any other, except that it was told to trust the authority.
 */
class FromATabletOnTheNetworkTests {
    private static final String TABLET = "iPad 31";

    private static Installation installation;
    private static Browsers onTheHost;
    private static Browsers onTheTablet;

    @BeforeAll
    static void start() {
        installation = Installation.startOnLan();
        onTheHost = new Browsers();
        onTheTablet =
                Browsers.trusting(installation.authority(), installation.data().resolve("tablet"));
    }

    @AfterAll
    static void stop() {
        try (var first = installation;
                var second = onTheHost) {
            onTheTablet.close();
        }
    }

    /** R0-1, R0-6, R0-50: pairing by a typed code, the knock, the admission, both see each other. */
    @Test
    void a_tablet_is_paired_with_a_typed_code_and_calls_the_nurse_at_the_host() {
        try (var people = new People(installation, onTheHost)) {
            try {
                var tablet = people.withATablet(onTheTablet);
                Screens.look(tablet, "trust");
                var administrator = people.administrator();
                administrator.page().navigate(people.installation().url("administrator", "/admin/enheter"));
                pair(tablet, administrator);
                call(people, new CareWorker(tablet));
                assertThat(tablet.troubles()).isEmpty();
            } catch (RuntimeException | AssertionError failure) {
                people.keepWhatTheySaw("from-a-tablet");
                throw failure;
            }
        }
    }

    @Test
    void staff_are_told_to_sign_in_at_the_host() {
        try (var people = new People(installation, onTheHost)) {
            var tablet = people.withATablet(onTheTablet);
            tablet.page().navigate(installation.lan("/"));
            tablet.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in (personal)"))
                    .click();
            assertThat(tablet.page().locator("h1").textContent())
                    .isEqualTo("Personal loggar in på datorn där provmiljön körs");
            Screens.look(tablet, "sign-in-on-the-host");
        }
    }

    @Test
    void a_browser_that_does_not_trust_the_authority_is_kept_away() {
        try (var people = new People(installation, onTheHost)) {
            var stranger = people.withATablet(onTheHost);
            assertThatThrownBy(() -> stranger.page().navigate(installation.lan("/")))
                    .hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");
        }
    }

    /** Each door answers under its own names only. */
    @Test
    void neither_door_answers_under_the_others_name() throws Exception {
        String host = "localhost:" + installation.port();
        String network = installation.lanHost() + ":" + (installation.port() + 2);
        try (var plain = new Socket("127.0.0.1", installation.port())) {
            assertThat(statusOf(plain, host)).isEqualTo(200);
        }
        try (var plain = new Socket("127.0.0.1", installation.port())) {
            assertThat(statusOf(plain, network)).isEqualTo(403);
        }
        try (var secure = secureSocket()) {
            assertThat(statusOf(secure, network)).isEqualTo(200);
        }
        try (var secure = secureSocket()) {
            assertThat(statusOf(secure, host)).isEqualTo(403);
        }
    }

    /** The host's two ports are not the network's. */
    @Test
    void the_network_reaches_neither_the_plain_product_nor_the_start_page() {
        for (int port : new int[] {installation.port(), installation.port() + 1}) {
            assertThatThrownBy(() -> new Socket(installation.lanHost(), port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    private static void pair(Person tablet, Person administrator) {
        tablet.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Öppna Vårdmöte"))
                .click();
        tablet.page().waitForURL(installation.lan("/para-ihop"));
        tablet.page().locator("input[name=code]").fill(codeShownBy(administrator));
        tablet.page().locator("form[action='/para-ihop'] button").click();
        var words = tablet.page().locator(".three-words");
        words.waitFor();
        administrator.page().reload();
        assertThat(deviceAt(administrator).locator(".three-words").innerText()).isEqualTo(words.innerText());
        deviceAt(administrator)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Orden stämmer"))
                .click();
        tablet.page().waitForURL(installation.lan("/"));
    }

    private static String codeShownBy(Person administrator) {
        deviceAt(administrator)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Visa kod"))
                .click();
        return deviceAt(administrator).locator(".code-shown").getAttribute("data-code");
    }

    private static Locator deviceAt(Person administrator) {
        return administrator.page().locator("li.device").filter(new Locator.FilterOptions().setHasText(TABLET));
    }

    private static void call(People people, CareWorker careWorker) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        careWorker.knocksFor(CareWorker.PATIENT, "Noor Sandgren");
        nurse.admits(CareWorker.PATIENT);
        careWorker.room().awaitsTheOthersPicture();
        nurse.room().awaitsTheOthersPicture();
        nurse.room().endsForAll();
        careWorker.room().isOver();
    }

    /** Checked as a browser checks: the chain, and that the certificate is for this address. */
    private static SSLSocket secureSocket() throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var file = Files.newInputStream(installation.authority())) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        var socket =
                (SSLSocket) context.getSocketFactory().createSocket(installation.lanHost(), installation.port() + 2);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** By hand: the name that is asked for is not the one that was connected to. */
    private static int statusOf(Socket socket, String host) throws IOException {
        String asked = "GET / HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return Integer.parseInt(answer.readLine().split(" ")[1]);
    }
}
