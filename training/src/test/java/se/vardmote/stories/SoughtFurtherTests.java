package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When nobody answers, others are sought one after the other, and the one who waits reads each step. */
@Tag("thorough")
@ExtendWith(Stories.class)
class SoughtFurtherTests {
    private static final String PATIENT = "Maria Provberg";

    /** R0-2, R0-11, R0-31. Rehabilitation has decided on the shortest limits there may be: half a minute each. */
    @Test
    void first_the_agreed_one_then_all_on_duty_then_the_cover_then_the_head_and_who_waits_reads_it(People people) {
        decide(people);
        try {
            nobodyAnswers(people);
        } finally {
            people.installation()
                    .database()
                    .sql(
                            "delete from organisation.setting s using organisation.care_unit u where u.id = s.care_unit_id and u.name = 'Rehab'")
                    .update();
        }
    }

    private static void nobodyAnswers(People people) {
        var agreed = people.physiotherapist();
        agreed.goesOnDuty();
        var colleague = people.cardHolder("sjukskoterska", "Tove Ahlgren");
        colleague.goesOnDuty();
        var cover = people.cardHolder("sjukskoterska", "Disa Holmqvist");
        cover.goesOffDuty();
        var careWorker = people.careWorkerAtPostiljonen();
        careWorker.knocksFor(PATIENT, "Alva Brink");

        sounding(agreed, "on-duty").waitFor();
        assertThat(sounding(colleague, "none").textContent()).contains("Överens med Alva Brink");
        sounding(colleague, "on-duty").waitFor();
        assertThat(cover.rowsOf(PATIENT).count()).as("rows of the cover so far").isZero();
        var steps = careWorker.person().page().locator(".call-steps li");
        assertThat(steps.count()).as("steps so far").isZero();

        sounding(cover, "always").waitFor();
        steps.nth(0).waitFor();
        assertThat(steps.nth(0).textContent()).endsWith("Vi har även sökt Sjuksköterskor dag.");

        steps.nth(1).waitFor(new Locator.WaitForOptions().setTimeout(45_000));
        assertThat(steps.nth(1).textContent()).endsWith("Du syns nu på listan hos chefen för Rehab.");
        Screens.look(careWorker.person(), "waiting, sought further");
        Screens.look(cover.person(), "day of the cover");
        readsTheListOfTheHead(people.nurse());

        cover.turnsAway(PATIENT, "annat-satt", "Telefon räcker", "Vi ringer upp.");
        careWorker.person().page().locator("#call-root[data-stage=refused]").waitFor();
        assertThat(careWorker.person().troubles()).isEmpty();
        assertThat(cover.person().troubles()).isEmpty();
    }

    private static void readsTheListOfTheHead(Professional head) {
        var page = head.person().page();
        page.locator("a[href='/vantar-for-lange']").click();
        page.locator(".rows .row").waitFor();
        assertThat(page.locator("main").textContent()).contains("Rehab", "Fall").doesNotContain(PATIENT);
        Screens.look(head.person(), "waits too long");
    }

    private static Locator sounding(Professional professional, String how) {
        var row = professional.waiting().locator("[data-sound=" + how + "]");
        row.waitFor();
        return row;
    }

    private static void decide(People people) {
        people.installation().database().sql("""
                insert into organisation.setting (care_provider_id, care_unit_id, key, value, names_unit)
                select u.care_provider_id, u.id, d.key, d.value, case when d.value is null then c.id end
                from organisation.care_unit u, organisation.care_unit c, (values ('waiting.cover-after', '30'),
                    ('waiting.head-after', '30'), ('waiting.cover', null)) d (key, value)
                where u.name = 'Rehab' and c.name = 'Sjuksköterskor dag'
                on conflict do nothing""").update();
        people.installation().database().sql("""
                insert into organisation.head_of_unit (care_unit_id, care_provider_id, staff_id)
                select u.id, u.care_provider_id, s.id from organisation.care_unit u, organisation.staff s
                where u.name = 'Rehab' and s.name = 'Noor Sandgren' on conflict do nothing""").update();
    }
}
