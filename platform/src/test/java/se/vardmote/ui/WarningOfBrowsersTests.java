package se.vardmote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R0-57, B7: Chrome, Edge, Firefox and Safari of late; who comes with anything else is told. */
class WarningOfBrowsersTests {
    private static final String MOZILLA = "Mozilla/5.0 ";
    private static final String CHROME = MOZILLA
            + "(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
    private static final String HINTS = "\"Not;A=Brand\";v=\"8\", \"Chromium\";v=\"150\"";
    private final BrowserSettings settings = new BrowserSettings(140, 140, 140, 26);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHROME  | 150 | WINDOWS    | (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36
            CHROME  | 140 | MAC        | (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36
            CHROME  | 149 | ANDROID    | (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36
            CHROME  | 148 | CHROMEBOOK | (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36
            CHROME  | 150 | LINUX      | (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/150.0.7871.100 Safari/537.36
            CHROME  | 150 | IPAD       | (iPad; CPU OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/150.0.7871.51 Mobile/15E148 Safari/604.1
            EDGE    | 150 | WINDOWS    | (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0
            EDGE    | 149 | ANDROID    | (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36 EdgA/149.0.0.0
            EDGE    | 149 | IPHONE     | (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 EdgiOS/149.0.0.0 Mobile/15E148 Safari/604.1
            FIREFOX | 140 | WINDOWS    | (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0
            FIREFOX | 147 | IPAD       | (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/147.0 Mobile/15E148 Safari/605.1.15
            SAFARI  | 26  | MAC        | (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15
            SAFARI  | 27  | IPHONE     | (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/27.0 Mobile/15E148 Safari/604.1
            """)
    void calls_have_been_tried_with_these(Browser.Brand brand, int version, Browser.Device device, String agent) {
        Browser browser = Browser.of(MOZILLA + agent, null);

        assertThat(browser).isEqualTo(new Browser(brand, version, device));
        assertThat(settings.support(browser)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHROME  | (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36
            EDGE    | (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91
            FIREFOX | (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0
            SAFARI  | (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15
            SAFARI  | (iPad; CPU OS 16_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1
            """)
    void these_have_grown_too_old(Browser.Brand brand, String agent) {
        Browser browser = Browser.of(MOZILLA + agent, null);

        assertThat(browser.brand()).isEqualTo(brand);
        assertThat(settings.support(browser)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko
            (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.19042
            (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 OPR/134.0.0.0
            (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/142.0.0.0 Mobile Safari/537.36
            (Linux; Android 14; SM-A546B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/149.0.0.0 Mobile Safari/537.36
            (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/530.0.0]
            (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148
            (Linux; U; Android 4.4.2; sv-se) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30
            """)
    void nothing_is_known_of_these(String agent) {
        assertThat(settings.support(Browser.of(MOZILLA + agent, null))).isFalse();
    }

    @Test
    void one_that_says_nothing_or_nonsense_is_warned_of_and_does_no_harm() {
        assertThat(settings.support(Browser.of(null, null))).isFalse();
        assertThat(settings.support(Browser.of("Chrome/99999999999999999999", null)))
                .isFalse();
        assertThat(settings.support(Browser.of("<script>", "<\"\";v=>"))).isFalse();
    }

    /** Some borrow the name of Chrome and say their own only in the hints. */
    @Test
    void the_hints_tell_apart_those_that_call_themselves_chrome() {
        assertThat(settings.support(Browser.of(CHROME, HINTS + ", \"Google Chrome\";v=\"150\"")))
                .isTrue();
        assertThat(settings.support(Browser.of(CHROME, HINTS))).isTrue();
        assertThat(settings.support(Browser.of(CHROME, HINTS + ", \"Brave\";v=\"150\"")))
                .isFalse();
    }

    /** A header of the server's greatest length, made to be looked through for every pair of words, would cost seconds. */
    @Test
    void what_stands_behind_the_first_thousand_characters_is_no_name() {
        String late = MOZILLA + "x".repeat(1_000) + " Firefox/150.0";
        String hostile = "Mac OS X Version/1 ".repeat(400);

        assertThat(Browser.of(late, null).brand()).isEqualTo(Browser.Brand.OTHER);
        assertThat(Browser.of(hostile, null).brand()).isEqualTo(Browser.Brand.OTHER);
        assertThat(Browser.of(CHROME + " ".repeat(8_000), null).brand()).isEqualTo(Browser.Brand.CHROME);
    }
}
