package se.vardmote.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system's own Chromium, with a camera and a microphone that need no hardware. The headless shell comes first: with
 * these flags it asks nobody for anything, while the full browser looks for its maker.
 */
final class Browsers implements AutoCloseable {
    /**
     * What Playwright switches off besides, because the last such flag counts alone; and that a page without a camera
     * hides its address behind a name, which it asks the whole network about.
     */
    private static final String WITHOUT = String.join(
            ",",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BlockOriginHeaderModificationOnRedirect",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "MediaRouter",
            "OptimizationHints",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "Translate",
            "WebRtcHideLocalIpsWithMdns");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-features=" + WITHOUT);
    private final Playwright playwright;
    private final Map<String, String> environment;
    private final Map<Hardware, Browser> browsers = new EnumMap<>(Hardware.class);

    Browsers() {
        this(System.getenv());
    }

    /** One that trusts a certificate authority besides those it came with, as a tablet that was told to. */
    static Browsers trusting(Path authority, Path home) {
        var environment = new HashMap<>(System.getenv());
        environment.put("HOME", home.toString());
        var trusted = home.resolve(".pki/nssdb");
        trusted.toFile().mkdirs();
        certutil("-N", "-d", "sql:" + trusted, "--empty-password");
        certutil("-A", "-d", "sql:" + trusted, "-t", "C,,", "-n", "training environment", "-i", authority.toString());
        return new Browsers(environment);
    }

    private Browsers(Map<String, String> environment) {
        this.environment = environment;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    Browser chromium() {
        return chromium(Hardware.USUAL);
    }

    /** One for each kind of computer, started when somebody first sits down at it. */
    Browser chromium(Hardware hardware) {
        return browsers.computeIfAbsent(hardware, this::launch);
    }

    private Browser launch(Hardware hardware) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setEnv(environment)
                        .setArgs(Stream.concat(FLAGS.stream(), hardware.flags().stream())
                                .toList()));
    }

    private static void certutil(String... words) {
        try {
            var command = Stream.concat(Stream.of("certutil"), Stream.of(words)).toList();
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("certutil: exit code " + code);
            }
        } catch (IOException e) {
            throw new IllegalStateException("certutil is not installed: libnss3-tools", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not installed: chromium-headless-shell"));
    }

    @Override
    public void close() {
        browsers.values().forEach(Browser::close);
        playwright.close();
    }
}
