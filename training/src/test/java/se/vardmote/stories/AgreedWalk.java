package se.vardmote.stories;

import com.microsoft.playwright.Page;
import java.util.List;

/** Planned calls, from the computer, on the tablet, and by a link that a guest has got. */
final class AgreedWalk {
    private final People people;
    private final Visits visits;

    AgreedWalk(People people, Visits visits) {
        this.people = people;
        this.visits = visits;
    }

    void everything(Page day, Page tablet, Professional nurse) {
        for (String path : List.of("/planerade/nu", "/planerade/ny")) {
            day.navigate(people.installation().url("sjukskoterska", path));
            visits.look(day, "a call to plan");
            day.locator("main form button[type=submit]").last().click();
            day.locator("[data-error-summary]").waitFor();
            visits.look(day, "a plan with everything missing");
        }
        day.navigate(people.installation().url("sjukskoterska", "/min-dag"));
        nurse.startsACall("Hemtjänst Höllviken");
        visits.look(day, "somebody is awaited");
        tablet.navigate(people.installation().url("ipad", "/bedomningssamtal/planera"));
        visits.look(tablet, "a call to plan on a tablet");
        tablet.navigate(people.installation().url("ipad", "/"));
        visits.look(tablet, "start with a call");
        tablet.locator("a[href^='/bedomningssamtal/planerat/']").last().click();
        tablet.waitForURL("**/bedomningssamtal/planerat/*");
        visits.look(tablet, "whose call");
        tablet.locator("input[name=identityNumber]").fill(CareWorker.IDENTITY_NUMBER);
        tablet.locator("main form button[type=submit]").click();
        tablet.locator("[data-arrival-patient]").waitFor();
        visits.look(tablet, "the patient is known");
        tablet.navigate(people.installation().url("ipad", "/"));
        day.navigate(people.installation().url("sjukskoterska", "/planerade"));
        visits.look(day, "planned calls");
        day.locator("a[href^='/planerade/']:not([href$=ny])").last().click();
        day.waitForURL("**/planerade/*-*");
        visits.look(day, "a planned call");
        String planned = day.url();
        day.navigate(planned + "/uppgifter");
        visits.look(day, "name and number of a planned call");
        day.navigate(planned);
        comingByALink(day);
        day.locator("button[value=en]").click();
        day.waitForURL("**?hande=cancelled");
        visits.look(day, "a cancelled call");
        day.navigate(people.installation().url("sjukskoterska", "/min-dag"));
    }

    /** Begins and ends at the planned call. */
    private void comingByALink(Page day) {
        String call = day.url();
        day.locator("#gaster details summary").click();
        day.locator("#guest-guestRole-RELATIVE").check();
        day.locator("#gaster button[value=skicka]").click();
        day.locator("[data-error-summary]").waitFor();
        visits.look(day, "an invitation with everything missing");
        day.locator("#guest-guestName").fill("Maria Provberg");
        day.locator("#guest-address").fill(CareWorker.PHONE);
        day.locator("#gaster button[value=kopiera]").click();
        day.locator("[data-guest-link]").waitFor();
        visits.look(day, "a link to copy");
        String link = day.locator("[data-guest-link]").innerText();
        day.locator("form[action$='/kod'] button").last().click();
        day.locator("[data-guest-code]").waitFor();
        visits.look(day, "a code to read out to a guest");
        var guest = people.guest();
        guest.page().navigate(link);
        visits.look(guest.page(), "the time of a meeting");
        guest.goesOn();
        visits.look(guest.page(), "how a guest shows who they are");
        guest.page().locator("[data-way=read-out]").click();
        guest.page().waitForURL("**/mote/kod");
        visits.look(guest.page(), "where a guest types a code");
        guest.typesTheCode("000000");
        guest.page().locator("#code-error").waitFor();
        visits.look(guest.page(), "a code that is wrong");
        guest.page().navigate(link.replaceAll("/m/.*", "/mote/e-legitimation/svar"));
        guest.page().locator("[data-refused]").waitFor();
        visits.look(guest.page(), "an e-ID that did not come through");
        day.navigate(call);
    }
}
