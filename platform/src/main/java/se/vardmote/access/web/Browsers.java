package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.Occasion;

/** Browser and system in one word each, from what the browser says of itself. Good enough to tell one's own apart. */
final class Browsers {
    /** In the order to be asked: many say that they are several. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "edge"),
            Map.entry("OPR/", "opera"),
            Map.entry("Firefox/", "firefox"),
            Map.entry("FxiOS/", "firefox"),
            Map.entry("CriOS/", "chrome"),
            Map.entry("Chrome/", "chrome"),
            Map.entry("Safari/", "safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPad", "ipad"),
            Map.entry("iPhone", "iphone"),
            Map.entry("Android", "android"),
            Map.entry("Windows", "windows"),
            Map.entry("CrOS", "chromeos"),
            Map.entry("Mac OS X", "mac"),
            Map.entry("Linux", "linux"));

    private Browsers() {}

    /** By the identity provider, until somebody says otherwise. */
    static Occasion occasion(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return agent == null
                ? Occasion.UNKNOWN
                : new Occasion(Occasion.UNKNOWN.way(), first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static @Nullable String first(List<Map.Entry<String, String>> words, String agent) {
        for (var word : words) {
            if (agent.contains(word.getKey())) return word.getValue();
        }
        return null;
    }
}
