package se.vardmote.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody at a browser of their own: nothing is shared with the others, neither cookies nor cache. */
final class Person implements AutoCloseable {
    private static final List<String> ALLOWED = List.of("camera", "microphone", "notifications", "screen-wake-lock");
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String WITNESS = witness();
    private final String role;
    private final BrowserContext context;
    private Page page;
    private final Set<String> ownHosts = ConcurrentHashMap.newKeySet();
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    Person(String role, Browser browser, int width, int height) {
        this(role, browser, ALLOWED, width, height);
    }

    /** {@code permissions} are those that the browser has been given for good, as after an answer to its question. */
    Person(String role, Browser browser, List<String> permissions, int width, int height) {
        this.role = role;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setPermissions(permissions)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(WITNESS);
        context.onPage(this::attend);
        context.onRequest(this::watch);
        page = context.newPage();
    }

    private void attend(Page opened) {
        opened.onConsoleMessage(this::listen);
        opened.onPageError(error -> troubles.add("script: " + error));
    }

    /** Does what opens a new window, closes the old one and goes on in the new. */
    void goOnInNewWindow(Runnable opening) {
        var before = page;
        page = context.waitForPage(opening);
        before.close();
    }

    /** Besides the names below {@code localhost}, asking this host is no trouble. */
    void belongsTo(String host) {
        ownHosts.add(host);
    }

    String role() {
        return role;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What a developer would see in red: script errors, refusals by the page's own policy, requests elsewhere. */
    List<String> troubles() {
        var all = new ArrayList<>(troubles);
        if (!page.isClosed()
                && page.evaluate("globalThis.vardmoteWitness?.refusals ?? []") instanceof List<?> refusals) {
            refusals.forEach(refusal -> all.add("policy: " + refusal));
        }
        return all;
    }

    /** Waits until the expression is true in the page. Asked from outside: the page's own policy forbids eval inside. */
    void awaitTrue(String expression) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(expression)));
    }

    double number(String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    /** How often this page has asked for camera or microphone since it was loaded. */
    int cameraRequests() {
        return (int) number("vardmoteWitness.cameraRequests");
    }

    /** A refused form (422) and the like are answers, not troubles; the browser writes them in red all the same. */
    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            troubles.add("console: " + message.text());
        }
    }

    private void watch(Request request) {
        var address = URI.create(request.url().replaceAll("[ |\"<>\\\\^`{}].*", ""));
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean own = host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("null")
                || ownHosts.contains(host);
        if (!own) {
            troubles.add("a request to " + host);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static String witness() {
        try (InputStream script = Person.class.getResourceAsStream("/stories/witness.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
