package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Opens each page that is visited in WebKit too, with what its visitor's browser keeps, in three widths. */
final class VisitsInWebKit extends Visits {
    private static final List<Integer> WIDTHS = List.of(360, 820, 1440);
    private static final String LAYOUT = layout();
    private static final String DRAWN = """
            return document.fonts.ready.then(() =>
              new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(0)))))""";
    private static final String TO_THE_TOP = "document.activeElement?.blur(); scrollTo(0, 0);";

    private final WebKit webKit;
    private final List<String> wrong = new ArrayList<>();
    private int looks;

    VisitsInWebKit(WebKit webKit) {
        this.webKit = webKit;
    }

    /** But for the call: there a second page would take the seat, and this engine has no camera. */
    @Override
    void look(Page page, String state) {
        remember(page);
        if (page.locator("#call-root").count() > 0) return;
        var address = URI.create(page.url());
        webKit.open(address.resolve("/halsa").toString());
        webKit.cookies(page.context().cookies(page.url()).stream()
                .collect(Collectors.toMap(cookie -> cookie.name, (Cookie cookie) -> cookie.value)));
        webKit.open(page.url());
        var name = "%02d-%s".formatted(++looks, state.replaceAll("[^a-z]+", "-"));
        for (int width : WIDTHS) {
            webKit.size(width, 900);
            webKit.run(DRAWN);
            webKit.run(LAYOUT)
                    .forEach(finding -> wrong.add(
                            "%s at %s, %d wide: %s".formatted(state, address.getPath(), width, finding.asString())));
            webKit.run(TO_THE_TOP + DRAWN);
            webKit.photograph(Screens.folder("webkit").resolve("%s-%d.png".formatted(name, width)));
        }
    }

    void assertNothingIsWrong() {
        assertThat(looks).as("pages looked at").isGreaterThan(20);
        assertThat(wrong).as("what is wrong in WebKit").isEmpty();
        assertEveryPageWasVisited();
    }

    private static String layout() {
        try (InputStream script = VisitsInWebKit.class.getResourceAsStream("/stories/layout.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
