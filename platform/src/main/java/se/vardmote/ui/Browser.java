package se.vardmote.ui;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The browser as it names itself: the brand that its maker writes, or {@code OTHER}.
 *
 * @param version the major version; 0 when it says none
 */
public record Browser(Brand brand, int version, Device device) {
    private static final Pattern NONE_OF_OURS = Pattern.compile(
            "Trident/|MSIE |Edge/|OPR/|OPiOS/|OPT/|Opera|SamsungBrowser/|UCBrowser/|YaBrowser/|Vivaldi/|DuckDuckGo/|Seamonkey/"
                    + "|Silk/|MiuiBrowser/|; wv\\)|FBAN/|FBAV/|Instagram |Electron/");
    private static final Pattern EDGE = Pattern.compile("(?:Edg|EdgA|EdgiOS)/(\\d+)");
    private static final Pattern FIREFOX = Pattern.compile("(?:Firefox|FxiOS)/(\\d+)");
    private static final Pattern CHROME = Pattern.compile("(?:Chrome|HeadlessChrome|CriOS)/(\\d+)");
    private static final Pattern SAFARI = Pattern.compile("Mac OS X.* Version/(\\d+)\\S* .*Safari/");
    /** More is no name but an attempt: looking for several words in any order takes the square of the length, and more. */
    private static final int LONGEST = 1_000;

    private static final Pattern HINTED = Pattern.compile("\"([^\"]*)\"\\s*;\\s*v=");

    /** Who makes it. */
    public enum Brand {
        CHROME,
        EDGE,
        FIREFOX,
        SAFARI,
        OTHER
    }

    /** What it runs on, as far as it says. An iPad may call itself a Macintosh. */
    public enum Device {
        WINDOWS,
        MAC,
        IPAD,
        IPHONE,
        ANDROID,
        CHROMEBOOK,
        LINUX,
        OTHER
    }

    /**
     * Reads what the browser sends.
     *
     * @param userAgent the header {@code User-Agent}
     * @param hints the header {@code Sec-CH-UA}: browsers that borrow Chrome's name there say their own
     */
    public static Browser of(@Nullable String userAgent, @Nullable String hints) {
        String agent = userAgent == null ? "" : userAgent.substring(0, Math.min(userAgent.length(), LONGEST));
        Device device = device(agent);
        if (NONE_OF_OURS.matcher(agent).find() || hintsAtAnother(hints)) return new Browser(Brand.OTHER, 0, device);
        return named(Brand.EDGE, EDGE, agent)
                .or(() -> named(Brand.FIREFOX, FIREFOX, agent))
                .or(() -> named(Brand.CHROME, CHROME, agent))
                .or(() -> named(Brand.SAFARI, SAFARI, agent))
                .map(found -> new Browser(found.brand(), found.version(), device))
                .orElse(new Browser(Brand.OTHER, 0, device));
    }

    private static Optional<Browser> named(Brand brand, Pattern pattern, String agent) {
        Matcher found = pattern.matcher(agent);
        if (!found.find() || found.group(1).length() > 4) return Optional.empty();
        return Optional.of(new Browser(brand, Integer.parseInt(found.group(1)), Device.OTHER));
    }

    /** One of the brands is always made up, such as {@code Not/A)Brand}, so that nobody relies on the list. */
    private static boolean hintsAtAnother(@Nullable String hints) {
        return hints != null
                && HINTED.matcher(hints)
                        .results()
                        .map(brand -> brand.group(1))
                        .noneMatch(brand -> brand.equals("Google Chrome")
                                || brand.equals("Microsoft Edge")
                                || brand.equals("HeadlessChrome"))
                && HINTED.matcher(hints).results().map(brand -> brand.group(1)).anyMatch(brand -> !isMadeUp(brand));
    }

    private static boolean isMadeUp(String brand) {
        return brand.equals("Chromium") || brand.matches("\\W*Not\\W.*");
    }

    private static Device device(String agent) {
        if (agent.contains("iPad")) return Device.IPAD;
        if (agent.contains("iPhone") || agent.contains("iPod")) return Device.IPHONE;
        if (agent.contains("Android")) return Device.ANDROID;
        if (agent.contains("Windows")) return Device.WINDOWS;
        if (agent.contains("CrOS")) return Device.CHROMEBOOK;
        if (agent.contains("Mac OS X")) return Device.MAC;
        return agent.contains("Linux") ? Device.LINUX : Device.OTHER;
    }
}
