package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A patient comes to a planned call by a link of their own, in each of the three ways (issue 4; B58). */
@Tag("thorough")
@ExtendWith(Stories.class)
class GuestsByLinkTests {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Test
    void the_link_comes_by_text_message_and_the_e_id_leads_to_the_nurse(People people) {
        var nurse = people.nurse();
        String planned = plansAndInvites(nurse, "NOT_IDENTIFIED");
        assertThat(nurse.person().page().locator("[data-delivery]").count()).isEqualTo(1);
        Screens.look(nurse.person(), "planned-call-with-a-guest");

        var patient = people.guest();
        assertThat(patient.newestMessage().innerText())
                .contains("Din vårdtid på video")
                .doesNotContain(CareWorker.PATIENT, "Noor", "1212", "Sjuksköterskor");
        patient.opensTheLink();
        assertThat(patient.page().locator("main").innerText())
                .contains("Ditt videomöte")
                .doesNotContain(CareWorker.PATIENT, "Noor", "1212", "Sjuksköterskor", "Träning");
        Screens.look(patient.person(), "guest-time");
        patient.goesOn();
        Screens.look(patient.person(), "guest-choice");
        patient.showsAnEId("Maria Provberg");
        patient.page().locator("[data-refused=not-the-patient]").waitFor();
        assertThat(patient.page().locator("main").innerText()).doesNotContain(CareWorker.PATIENT);
        Screens.look(patient.person(), "guest-not-the-patient");
        patient.showsAnEId(CareWorker.PATIENT);
        patient.waits();
        Screens.look(patient.person(), "guest-waits");

        toTheDay(people, nurse);
        Locator row = nurse.rowOf(CareWorker.PATIENT);
        assertThat(row.locator("[data-guests]").innerText()).contains(CareWorker.PATIENT, "e-legitimation");
        assertThat(row.innerText()).contains("Planerat");
        Screens.look(nurse.person(), "my-day-a-guest-waits");
        meet(nurse, patient);
        nurse.room().endsForAll();
        patient.room().isOver();
        patient.page().navigate(planned);
        assertThat(patient.page().locator("main").innerText()).contains("Länken gäller inte");
        assertNoTroubles(nurse, patient);
    }

    @Test
    void a_code_that_is_asked_for_leads_there_too_and_is_never_called_more_than_that(People people) {
        var nurse = people.nurse();
        plansAndInvites(nurse, "ONE_TIME_CODE");
        var patient = people.guest();
        patient.opensTheLink();
        patient.goesOn();
        assertThat(patient.page().locator("[data-way=none]").count()).isZero();
        String code = patient.asksForACode();
        Screens.look(patient.person(), "guest-code");
        patient.typesTheCode(code);
        patient.waits();
        toTheDay(people, nurse);
        assertThat(nurse.rowOf(CareWorker.PATIENT).locator("[data-guests]").innerText())
                .contains("engångskod")
                .doesNotContain("e-legitimation");
        meet(nurse, patient);
        nurse.room().endsForAll();
        assertNoTroubles(nurse, patient);
    }

    @Test
    void who_shows_nothing_is_identified_in_the_call_by_the_nurse_who_says_how(People people) {
        var nurse = people.nurse();
        plansAndInvites(nurse, "NOT_IDENTIFIED");
        var patient = people.guest();
        patient.opensTheLink();
        patient.goesOn();
        patient.page().locator("[data-way=none]").click();
        patient.waits();
        toTheDay(people, nurse);
        assertThat(nurse.rowOf(CareWorker.PATIENT).locator("[data-guests]").innerText())
                .contains("inte identifierad");
        meet(nurse, patient);
        Locator vouch = nurse.person().page().locator(".call-side .vouch");
        vouch.locator("summary").click();
        Screens.look(nurse.person(), "room-vouching");
        vouch.locator("[data-how=ID_DOCUMENT]").click();
        for (Person person : java.util.List.of(nurse.person(), patient.person()))
            person.awaitTrue(
                    "[...document.querySelectorAll('[data-panel=people]')].some(p => p.textContent.includes('intygad av Noor Sandgren'))");
        assertThat(nurse.person().page().locator(".call-side .vouch").count()).isZero();
        nurse.room().endsForAll();
        assertNoTroubles(nurse, patient);
    }

    /** @return the link as the professional may copy it */
    private static String plansAndInvites(Professional nurse, String least) {
        var soon = LocalDateTime.now(SWEDEN).plusMinutes(5);
        assumeTrue(soon.toLocalDate().equals(LocalDateTime.now(SWEDEN).toLocalDate()), "the day shows today only");
        nurse.goesOnDuty();
        nurse.plans("Hemtjänst Höllviken", soon);
        var page = nurse.person().page();
        page.locator("#gaster details summary").click();
        page.locator("#guest-address").fill(CareWorker.PHONE);
        page.locator("label:has(#guest-least-" + least + ")").click();
        page.locator("#gaster button[value=skicka]").click();
        page.waitForURL("**?hande=link-sent");
        nurse.person().awaitTrue("!!document.querySelector('[data-delivery]')");
        page.locator("form[action$='/lank'] button").click();
        page.locator("[data-guest-link]").waitFor();
        return page.locator("[data-guest-link]").innerText();
    }

    private static void toTheDay(People people, Professional nurse) {
        nurse.person().page().navigate(people.installation().url("sjukskoterska", "/min-dag"));
    }

    private static void meet(Professional nurse, Guest patient) {
        nurse.admits(CareWorker.PATIENT);
        patient.room().awaitsTheOthersPicture();
        nurse.room().awaitsTheOthersPicture();
    }

    private static void assertNoTroubles(Professional nurse, Guest patient) {
        assertThat(nurse.person().troubles()).isEmpty();
        assertThat(patient.person().troubles()).isEmpty();
    }
}
