package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse: Tab to a place, and the keys that it understands. */
final class Keyboard {
    private static final int MOST_TABS = 200;
    private final Page page;

    Keyboard(Person person) {
        this.page = person.page();
    }

    /** Presses Tab until the focus is at the first match, and asserts that it can be seen. */
    Keyboard to(String selector) {
        page.locator(selector).first().waitFor();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (isAt(selector)) {
                assertThat(page.evaluate("document.activeElement.matches(':focus-visible')"))
                        .as("the focus at %s is visible", selector)
                        .isEqualTo(true);
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reached " + selector + " on " + page.url());
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** From one choice to the next until the chosen one's label holds the text. */
    void choose(String text) {
        press("Space");
        for (int steps = 0; steps < MOST_TABS; steps++) {
            if (Boolean.TRUE.equals(page.evaluate(
                    "text => document.activeElement.checked && document.activeElement.labels[0].textContent.includes(text)",
                    text))) {
                return;
            }
            press("ArrowDown");
        }
        throw new AssertionError("No choice says " + text + " on " + page.url());
    }

    private boolean isAt(String selector) {
        return Boolean.TRUE.equals(page.evaluate("wanted => document.activeElement.matches(wanted)", selector));
    }
}
