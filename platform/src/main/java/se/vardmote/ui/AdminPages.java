package se.vardmote.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of an administrator, in groups: above every page stand the groups and the pages of its own group. */
public final class AdminPages {
    public static final List<Group> GROUPS = List.of(
            new Group(
                    "org.title",
                    new Page("/admin/organisation", "org.overview"),
                    new Page("/admin/organisation/enheter", "org.units"),
                    new Page("/admin/organisation/personal", "org.people"),
                    new Page("/admin/organisation/import", "org.import")),
            new Group(
                    "org.nav.rules",
                    new Page(
                            "/admin/organisation/installningar",
                            "settings.title",
                            "/admin/organisation/andringar",
                            "/admin/organisation/manga-enheter"),
                    new Page("/admin/jourtabell", "duty-table.title"),
                    new Page("/admin/moten", "meeting-policy.title"),
                    new Page("/admin/ratt-till-moten", "meeting-rights.title")),
            new Group(
                    "org.nav.running",
                    new Page("/admin/organisation/redo", "readiness.title"),
                    new Page("/admin/enheter", "devices.title"),
                    new Page("/admin/organisation/planerade-stopp", "stops.title"),
                    new Page("/admin/storningar", "disturbances.title")),
            new Group(
                    "org.nav.review",
                    new Page("/admin/inloggningar", "present.title"),
                    new Page("/loggutdrag", "logextract.title"),
                    new Page("/admin/bevarat", "frame.holds")));

    private AdminPages() {}

    /**
     * @param title key of its words
     * @param pages at least one; the group leads to the first
     */
    public record Group(String title, List<Page> pages) {
        Group(String title, Page... pages) {
            this(title, List.of(pages));
        }

        public String path() {
            return pages.getFirst().path();
        }

        /** @param page null where the reader is on none */
        public boolean holds(@Nullable Page page) {
            return page != null && pages.contains(page);
        }
    }

    /**
     * @param title key of its words
     * @param others paths elsewhere that belong to it
     */
    public record Page(String path, String title, List<String> others) {
        Page(String path, String title, String... others) {
            this(path, title, List.of(others));
        }

        /** How much of the path that was asked for is this page's: the most is the one where the reader is. */
        private int share(String section) {
            return Stream.concat(Stream.of(path), others.stream())
                    .filter(own -> section.equals(own) || section.startsWith(own + "/"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    /** The page that a path belongs to, or null for one that is no administrator's. */
    public static @Nullable Page of(String section) {
        return nearest(section).orElse(null);
    }

    /** Whether the path is an administrator's. */
    public static boolean hold(String section) {
        return nearest(section).isPresent();
    }

    private static Optional<Page> nearest(String section) {
        return GROUPS.stream()
                .flatMap(group -> group.pages().stream())
                .filter(page -> page.share(section) > 0)
                .max(Comparator.comparingInt(page -> page.share(section)));
    }
}
