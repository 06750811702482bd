package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which pages and screens somebody has looked at, by day and by night, and what axe found wrong with them. The list of
 * those that there are comes from the product: a new page that nobody visits fails the run.
 */
class Visits {
    private static final Pattern ROW = Pattern.compile("^GET\\s+(\\S+)\\s*:\\s*(.*)$");
    private static final Pattern SCREENS = Pattern.compile("screenKinds = \\[([^\\]]*)]");

    /** Rows that answer with something else than a page of ours to look at. */
    private static final Map<String, String> NOT_PAGES = Map.ofEntries(
            Map.entry("/assets/**", "files"),
            Map.entry("/.well-known/security.txt", "plain text"),
            Map.entry("/halsa", "a word for machines"),
            Map.entry("/halsa/redo", "a word for machines"),
            Map.entry("/actuator/**", "nobody may"),
            Map.entry("/min-dag/handelser", "a stream of events"),
            Map.entry("/min-dag/vantas", "a part of the day"),
            Map.entry("/driftmeddelande", "a part of every page"),
            Map.entry("/min-dag/vantar", "a word for a locked screen"),
            Map.entry("/min-dag/knackningar", "a stream of events"),
            Map.entry("/samtal/{meeting}/kollegor", "what the call's page asks for"),
            Map.entry("/samtal/{meeting}/patient", "what the call's page asks for"),
            Map.entry("/socket", "a socket"),
            Map.entry("/logga-in", "sends on to the identity provider; with a card port: SigningInWithASithsCardTests"),
            Map.entry("/logga-in/tjanst", "sends on to the identity provider"),
            Map.entry("/logga-in/kort", "sends on to the card port"),
            Map.entry("/logga-in/konto/{provider}", "sends on to the municipality's sign-in service"),
            Map.entry("/mote/e-legitimation", "sends on to the provider of e-IDs"),
            Map.entry("/inloggning/kvar", "a word for pages"),
            Map.entry("/admin/organisation/import/{file}/avvisade", "a file"),
            Map.entry("/admin/organisation/personal/sok", "sends back to the list"),
            Map.entry("/admin/organisation/personal/{person}/namn", "sends back to the person"),
            Map.entry("/admin/organisation/personal/{person}/skydd", "sends back to the person"),
            Map.entry("/admin/organisation/personal/{person}/uppdrag", "sends back to the person"),
            Map.entry("/samtal/{meeting}/anteckning", "sends on to the note"),
            Map.entry("/samtal/{meeting}/bild/{picture}", "a picture"),
            Map.entry("/anteckning/{duty}/bild/{picture}", "a picture"),
            Map.entry("/anteckning/{duty}/pdf", "a document"),
            Map.entry("/anteckning/{duty}/text", "plain text"));

    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<String> screens = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();
    private int looks;

    /** Looks at the page as it is now. */
    void look(Page page, String state) {
        remember(page);
        var name = "%02d-%s".formatted(++looks, state.replaceAll("[^a-z]+", "-"));
        Screens.inBothSchemes(page, scheme -> {
            Screens.photograph(page, name, scheme);
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> findings.add("%s at %s (%s): %s %s"
                            .formatted(state, page.url(), scheme, rule.getId(), Screens.places(rule))));
        });
    }

    /** That somebody was here. */
    void remember(Page page) {
        paths.add(URI.create(page.url()).getPath());
        var root = page.locator("#call-root[data-stage]");
        if (root.count() > 0) {
            var stage = root.first().getAttribute("data-stage");
            screens.add(stage.equals("admitted") ? "room" : stage);
        }
    }

    void assertCompleteAndWithoutFindings() {
        assertThat(findings).as("what axe found").isEmpty();
        assertEveryPageWasVisited();
        assertThat(screens).as("screens of the call").containsExactlyInAnyOrderElementsOf(screenKinds());
    }

    void assertEveryPageWasVisited() {
        assertThat(pages().stream().filter(page -> paths.stream().noneMatch(matching(page))))
                .as("pages of the rights table that nobody visited")
                .isEmpty();
    }

    private static List<String> pages() {
        return lines("platform/src/main/resources/rights.txt").stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && !NOT_PAGES.containsKey(row.group(1)))
                .map(row -> row.group(1))
                .toList();
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern.replaceAll("\\{[^}]+}", "[^/]+")).asMatchPredicate();
    }

    private static List<String> screenKinds() {
        var matcher = SCREENS.matcher(String.join(" ", lines("room/src/call/screens.ts")));
        if (!matcher.find()) {
            throw new IllegalStateException("screenKinds is not where it was");
        }
        return List.of(matcher.group(1).replaceAll("[' ]", "").split(","));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Installation.root().resolve(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
