package se.vardmote.training.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R0-35: the way in with a card, with the rules that only a real browser applies. */
class ThePagesInABrowserTests {

    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final String NURSE = "http://sjukskoterska.localhost:" + RunningTraining.PRODUCT_PORT;
    private static final String SIGN_IN = "/oauth2/authorize?response_type=code&client_id=vardmote&scope=openid"
            + "&state=s-1&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            + "&redirect_uri=" + NURSE + "/logga-in/svar";

    private static RunningTraining training;
    private static HttpServer product;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Path chromium = CHROMIUM.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(chromium != null, "Chromium is not installed");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        training = RunningTraining.start();
        product = HttpServer.create(new InetSocketAddress("127.0.0.1", RunningTraining.PRODUCT_PORT), 0);
        product.createContext("/", exchange -> answer(exchange, 200));
        product.createContext("/logga-in/tjanst", exchange -> {
            exchange.getResponseHeaders().set("Location", training.issuer() + SIGN_IN);
            answer(exchange, 302);
        });
        product.createContext("/logga-in/svar", exchange -> answer(exchange, 200));
        product.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (training != null) {
            product.stop(0);
            training.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void choosing_a_card_brings_the_browser_back_to_the_product() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(training.issuer() + SIGN_IN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Alva Brink"))
                .click();
        page.waitForURL(url -> url.startsWith(NURSE + "/logga-in/svar?code="));
    }

    @Test
    void opening_a_person_on_the_start_page_asks_for_no_card() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(training.issuer() + "/");
        Page nurse =
                page.waitForPopup(() -> page.getByText("Öppna Noor Sandgren").click());
        nurse.waitForURL(url -> url.startsWith(NURSE + "/logga-in/svar?code="));
    }

    @Test
    void opening_a_tablet_gives_the_browser_a_cookie_that_the_product_sees() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(training.issuer() + "/");
        Page tablet = page.waitForPopup(() -> page.getByText("Öppna iPad 07").click());
        tablet.waitForURL("http://ipad.localhost:" + RunningTraining.PRODUCT_PORT + "/");
        assertThat(tablet.textContent("body")).contains("__Host-device=");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_pages_are_accessible_and_fit_a_narrow_phone(ColorScheme scheme) {
        Page page = page(scheme);
        for (String path : List.of("/", SIGN_IN, "/finns-inte")) {
            page.navigate(training.issuer() + path);
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(360);
        }
    }

    private static Page page(ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setColorScheme(scheme))
                .newPage();
    }

    /** Stands in for the product: repeats the cookies that it was sent. */
    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] cookies =
                String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, cookies.length);
        exchange.getResponseBody().write(cookies);
        exchange.close();
    }
}
