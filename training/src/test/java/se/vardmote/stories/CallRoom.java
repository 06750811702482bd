package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The one document of the call, the same for both: waiting, picture, text, leaving. */
final class CallRoom {
    private final Person person;

    CallRoom(Person person) {
        this.person = person;
    }

    /** The camera is shown to its owner: the first video of the page moves. */
    void awaitsOwnPicture() {
        person.awaitTrue("[...document.querySelectorAll('video')].some(v => v.videoWidth > 0 && v.currentTime > 0)");
    }

    void awaitsTheOthersPicture() {
        Picture.at(person).awaitMovement();
    }

    void writes(String text) {
        showTexts();
        textBox().fill(text);
        textBox().press("Enter");
    }

    void reads(String text) {
        showTexts();
        page().getByText(text, new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
    }

    void endsForAll() {
        button("Lämna").first().click();
        page().locator("dialog[data-sheet=leave] [data-action=end-for-all]").click();
    }

    /** The page says that it is over; the way on leaves the call's document. */
    void isOver() {
        page().locator("#call-root[data-stage=ended]").waitFor();
    }

    void goesOn() {
        page().locator("[data-action=onward]").click();
        page().waitForURL(Pattern.compile(".*/(hej-da|min-dag|anteckning/.*)(\\?.*)?$"));
    }

    private void showTexts() {
        if (!textBox().isVisible()) {
            button("Text").first().click();
            textBox().waitFor();
        }
    }

    private Locator textBox() {
        return page().locator("#room-text");
    }

    private Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private Page page() {
        return person.page();
    }
}
