package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;

/** What is waited for besides that something shows. */
final class Waits {
    private Waits() {}

    /** Until it is no longer seen. */
    static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
