package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Pictures of a page on a phone, a tablet and a computer, by day and by night, in {@code training/target/screenshots};
 * and what axe finds wrong with each.
 */
final class Screens {
    private record Size(String name, int width, int height) {}

    /** The last is a computer at 200 % zoom, where everything has half the room. */
    private static final List<Size> SIZES = List.of(
            new Size("360x740", 360, 740),
            new Size("820x1180", 820, 1180),
            new Size("1440x900", 1440, 900),
            new Size("1440x900-200-percent", 720, 450));

    private Screens() {}

    /** Takes the pictures and asserts that axe finds nothing; the page is left at the size it had. */
    static void look(Person person, String name) {
        look(person.page(), name);
    }

    static void look(Page page, String name) {
        inBothSchemes(page, scheme -> {
            photograph(page, name, scheme);
            assertThat(violations(page)).as("axe on %s, %s", name, scheme).isEmpty();
        });
    }

    static void inBothSchemes(Page page, Consumer<ColorScheme> look) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look.accept(scheme);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
    }

    /** In every size; the page is left at the one it had. */
    static void photograph(Page page, String name, ColorScheme scheme) {
        ViewportSize before = page.viewportSize();
        SIZES.forEach(size -> photograph(page, name, size, scheme));
        page.setViewportSize(before.width, before.height);
    }

    private static void photograph(Page page, String name, Size size, ColorScheme scheme) {
        page.setViewportSize(size.width(), size.height());
        var file = "%s-%s-%s.png".formatted(name, size.name(), scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder("screenshots").resolve(file))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits a width of %d pixels", name, size.width())
                .isEqualTo(true);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Screens::sentence).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + places(rule);
    }

    /** The first places where a rule is broken. */
    static List<String> places(Rule rule) {
        return rule.getNodes().stream()
                .limit(5)
                .map(node -> String.valueOf(node.getTarget()))
                .toList();
    }

    static Path folder(String name) {
        try {
            return Files.createDirectories(People.target().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
