package se.vardmote.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Taking and deciding about pictures in a call, on one person's page. */
final class CallPictures {
    private final Page page;

    CallPictures(Person person) {
        this.page = person.page();
    }

    /** As if the person's device had a good camera: four megabytes a picture. */
    static void giveGoodCamera(Person person) {
        try (InputStream script = CallPictures.class.getResourceAsStream("/stories/camera.js")) {
            person.context().addInitScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locator panel() {
        return page.locator("[data-panel=picture]");
    }

    void asks() {
        page.locator(".call-side [data-action=ask-picture]").click();
    }

    /** From "Mer", where nobody has asked. */
    void offers() {
        page.locator(".call-controls [data-action=more]").click();
        page.locator("dialog[data-sheet=more] [data-action=take-picture]").click();
    }

    void accepts() {
        press("take-picture");
    }

    void awaitsFinder() {
        panel().locator("video.picture-finder").waitFor();
        page.waitForCondition(() -> Boolean.TRUE.equals(
                page.evaluate("(document.querySelector('video.picture-finder')?.videoWidth ?? 0) > 0")));
    }

    void shoots() {
        press("shoot");
        panel().locator("img.picture-taken").waitFor();
    }

    void press(String action) {
        panel().locator("[data-action=" + action + "]").first().click();
    }

    /** Those that are drawn. */
    Locator seen() {
        return panel().locator("[data-picture] > .zoom img[data-shown]");
    }

    void saysPatientWasAsked() {
        panel().locator("input[value=yes]").first().check();
    }

    void reads(String text) {
        panel().getByText(text).first().waitFor();
    }
}
