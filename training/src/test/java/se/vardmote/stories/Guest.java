package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A patient or a relative with a telephone of their own: reads text messages, opens the link, shows who they are. */
final class Guest {
    private static final Pattern SIX_DIGITS = Pattern.compile("(?s).*?Din kod är ([0-9]{6})\\..*");
    private final Person person;
    private final CallRoom room;
    private final String telephone;

    Guest(Person person, Installation installation) {
        this.person = person;
        this.room = new CallRoom(person);
        this.telephone = installation.startPage() + "telefon";
    }

    Person person() {
        return person;
    }

    CallRoom room() {
        return room;
    }

    Page page() {
        return person.page();
    }

    /** The newest message that has come. */
    Locator newestMessage() {
        page().navigate(telephone);
        return page().locator(".text").first();
    }

    /** From the newest message to the page that shows the time. */
    void opensTheLink() {
        var link = newestMessage().locator("a");
        person.goOnInNewWindow(link::click);
        page().waitForURL("**/m/*");
    }

    /** The page turns into the choice; the address is clean from here on. */
    void goesOn() {
        page().locator("form[action='/m'] button").click();
        page().waitForURL("**/mote");
    }

    void showsAnEId(String name) {
        page().locator("[data-way=e-id]").click();
        // The query has slashes, which a star does not stand for.
        page().waitForURL(Pattern.compile(".*/e-leg\\?.*"));
        page().locator("button.card")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    /** As it stands in the message that comes. */
    String asksForACode() {
        page().locator("[data-way=code]").click();
        page().waitForURL("**/mote/kod");
        Page other = person.context().newPage();
        try {
            other.waitForCondition(() -> {
                other.navigate(telephone);
                return SIX_DIGITS
                        .matcher(other.locator(".text").first().innerText())
                        .matches();
            });
            var digits = SIX_DIGITS.matcher(other.locator(".text").first().innerText());
            if (!digits.matches()) throw new IllegalStateException("no code");
            return digits.group(1);
        } finally {
            other.close();
        }
    }

    void typesTheCode(String code) {
        page().locator("#code").fill(code);
        page().locator("form[action='/mote/kod/svar'] button").click();
    }

    void waits() {
        page().locator("#call-root[data-stage=waiting]").waitFor();
        room.awaitsOwnPicture();
    }
}
