package se.vardmote.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.browsers}: major versions, the oldest of each maker that is used without a warning
 * (R0-57). Raise them with the makers; nobody is shut out by them.
 *
 * @param oldestChrome and Edge: what the room has been tried with, some months back
 * @param oldestFirefox the long-support version that hospitals keep
 * @param oldestSafari the newest major version but one: every browser of an iPad is Safari inside
 */
@ConfigurationProperties("vardmote.browsers")
public record BrowserSettings(
        @DefaultValue("140") int oldestChrome,
        @DefaultValue("140") int oldestEdge,
        @DefaultValue("140") int oldestFirefox,
        @DefaultValue("26") int oldestSafari) {

    /** Whether calls have been tried with it. */
    public boolean support(Browser browser) {
        return switch (browser.brand()) {
            case CHROME -> browser.version() >= oldestChrome;
            case EDGE -> browser.version() >= oldestEdge;
            case FIREFOX -> browser.version() >= oldestFirefox;
            case SAFARI -> browser.version() >= oldestSafari;
            case OTHER -> false;
        };
    }
}
