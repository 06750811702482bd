package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ClientCertificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R0-55, R4-291..293: a real browser shows a card at the card port, and its holder keeps track of where they are signed in. */
@Tag("thorough")
class SigningInWithASithsCardTests {
    private static Installation installation;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        installation = Installation.startWithCards();
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        try (var first = installation) {
            browsers.close();
        }
    }

    @Test
    void the_card_leads_to_the_day_and_the_list_of_sign_ins_says_so() {
        try (var reader = reader("noor-sandgren")) {
            Page page = signIn(reader);
            page.waitForURL("**/min-dag");
            assertThat(page.locator(".who").innerText()).contains("Noor Sandgren", "SITHS-kort");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inloggningar"))
                    .click();
            page.waitForURL("**/inloggningar");
            assertThat(page.locator("main").innerText()).contains("SITHS-kort i datorn", "Här, just nu");
            Screens.look(page, "sign-ins");
        }
    }

    @Test
    void a_blocked_card_is_told_so_and_no_card_as_well() {
        try (var reader = reader("noor-sandgren-sparrat")) {
            Page page = signIn(reader);
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kortet är spärrat"))
                    .waitFor();
            Screens.look(page, "card-blocked");
        }
        try (var reader = reader(null)) {
            Page page = signIn(reader);
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Vi såg inget kort"))
                    .waitFor();
            Screens.look(page, "no-card");
        }
    }

    @Test
    void signing_out_everywhere_closes_the_day_in_the_other_browser_at_once() {
        try (var here = reader("noor-sandgren");
                var there = reader("noor-sandgren")) {
            Page other = signIn(there);
            other.waitForURL("**/min-dag");
            Page page = signIn(here);
            page.waitForURL("**/min-dag");
            page.navigate(installation.url("sjukskoterska", "/inloggningar"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga ut överallt"))
                    .click();

            other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in igen"))
                    .waitFor();
        }
    }

    private static Page signIn(BrowserContext reader) {
        Page page = reader.newPage();
        page.navigate(installation.url("sjukskoterska", "/logga-in"));
        Screens.look(page, "ways-in");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("SITHS-kort"))
                .click();
        return page;
    }

    private static BrowserContext reader(@Nullable String slug) {
        var options = new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("sv-SE");
        if (slug != null)
            options.setClientCertificates(List.of(new ClientCertificate(installation.cardOrigin())
                    .setPfxPath(installation.card(slug))
                    .setPassphrase("vardmote")));
        return browsers.chromium().newContext(options);
    }
}
