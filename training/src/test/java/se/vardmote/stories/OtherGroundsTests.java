package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is closed opens on a stated ground, for a while, and the head sees it; who is protected stays so until two say otherwise. */
@Tag("thorough")
@ExtendWith(Stories.class)
class OtherGroundsTests {
    private static final String GUNNAR = "Gunnar Provström";
    private static final String GUNNARS_NUMBER = "19500907-2553";
    private static final String HULDA = "Hulda Provgren";
    private static final String HULDAS_NUMBER = "18900202-9800";
    private static final String ALIAS = "Skyddad uppgift";
    private static final Pattern HULDA_BY_NAME_OR_NUMBER = Pattern.compile(HULDA + "|" + HULDAS_NUMBER);

    /** Patientdatalagen 4:1 and 4:3. */
    @Test
    void closed_to_a_colleague_it_is_opened_on_a_ground_read_and_seen_by_the_head_in_the_review(People people) {
        documented(people, GUNNAR, GUNNARS_NUMBER);
        var disa = people.cardHolder("sjukskoterska", "Disa Holmqvist");
        Page page = disa.person().page();
        searches(people, page, GUNNARS_NUMBER);
        page.locator("#ground").waitFor();
        assertThat(page.locator("main").textContent()).doesNotContain(GUNNAR);
        Screens.look(disa.person(), "closed");
        states(disa.person(), page, "ASKED_BY_COLLEAGUE");
        assertThat(page.locator(".other-ground").textContent()).contains("Öppet på annan grund");
        Screens.look(disa.person(), "opened-patient");
        page.locator("a[href*='/samtal/']").first().click();
        page.locator("article.signed").waitFor();
        assertThat(page.locator("article.signed").textContent()).contains("Lägg benet högt");
        Screens.look(disa.person(), "opened-call");
        page.locator("form[action$='/stang'] button").click();
        page.waitForURL("**/historik");

        asIfLastWeek(people);
        page.navigate(people.installation().url("sjukskoterska", "/loggranskning"));
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL("**/loggranskning/*");
        assertThat(page.locator("section:has(#rule-OTHER_GROUND)").textContent())
                .contains("Disa Holmqvist", "en kollega bad om hjälp", "Nattpersonalen bad mig om råd");
        Screens.look(disa.person(), "review-other-ground");
        assertThat(disa.person().troubles()).isEmpty();
    }

    /** R0-53: said in one call, it holds in the next; the second of two persons may come on a stated ground. */
    @Test
    void marked_in_a_call_a_patient_is_hidden_in_the_next_and_two_take_it_away(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor(HULDA, HULDAS_NUMBER, "Noor Sandgren");
        nurse.admits(HULDA);
        nurse.room().awaitsTheOthersPicture();
        Page tablet = careWorker.person().page();
        tablet.locator("[data-action=more]").click();
        tablet.locator("[data-part=protect] summary").click();
        Screens.look(careWorker.person(), "protect-in-the-call");
        tablet.locator("[data-action=protect]").click();
        tablet.getByText("Patientens namn och nummer är dolda.").waitFor();
        Page page = nurse.person().page();
        page.getByText(ALIAS).first().waitFor();
        assertThat(page.locator("body").textContent()).doesNotContainPattern(HULDA_BY_NAME_OR_NUMBER);
        nurse.room().endsForAll();
        nurse.room().isOver();
        nurse.room().goesOn();

        var next = people.careWorker();
        next.knocksFor(HULDA, HULDAS_NUMBER, "Noor Sandgren");
        assertThat(nurse.rowOf(ALIAS).textContent()).doesNotContainPattern(HULDA_BY_NAME_OR_NUMBER);
        nurse.turnsAway(ALIAS, "annat-satt", "Telefon räcker", "Vi ringer upp.");

        searches(people, page, HULDAS_NUMBER);
        page.locator("a[href$='/skydd']").first().click();
        page.locator("#unprotect summary").click();
        page.locator("#why").fill("Skatteverkets beslut har upphört");
        page.locator("#unprotect button[type=submit]").click();
        page.locator("#notice").waitFor();
        Screens.look(nurse.person(), "unprotect-asked");

        var disa = people.cardHolder("sjukskoterska", "Disa Holmqvist");
        Page second = disa.person().page();
        searches(people, second, HULDAS_NUMBER);
        states(disa.person(), second, "FOLLOW_UP");
        assertThat(second.locator("main").textContent()).contains(ALIAS).doesNotContainPattern(HULDA_BY_NAME_OR_NUMBER);
        second.locator("a[href$='/skydd']").first().click();
        second.getByText("Skatteverkets beslut har upphört").first().waitFor();
        second.locator("form:has(input[value=bekrafta]) button").click();
        second.locator("#notice").waitFor();
        assertThat(second.locator("main").textContent()).contains(HULDA, "Noor Sandgren begärde");
        Screens.look(disa.person(), "unprotected");
        assertThat(disa.person().troubles()).isEmpty();
        assertThat(nurse.person().troubles()).isEmpty();
    }

    /** A call that has been, with a signed note. */
    private static void documented(People people, String patient, String number) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        people.careWorker().knocksFor(patient, number, "Noor Sandgren");
        nurse.admits(patient);
        nurse.room().awaitsTheOthersPicture();
        nurse.room().endsForAll();
        nurse.room().isOver();
        nurse.room().goesOn();
        Page page = nurse.person().page();
        nurse.notesToSign().last().click();
        page.waitForURL("**/anteckning/*");
        page.locator("textarea[name=measures]").fill("Lägg benet högt.");
        page.locator("#rightPatient").check();
        page.locator("button[name=sign][value=true]").click();
        page.locator("#note-state").waitFor();
    }

    private static void searches(People people, Page page, String number) {
        page.navigate(people.installation().url("sjukskoterska", "/historik"));
        page.locator("input[name=identity]").fill(number);
        page.locator("form[action='/historik/person'] button").click();
        page.waitForURL(Pattern.compile(".*/historik(/person|\\?person=.*)"));
    }

    private static void states(Person person, Page page, String ground) {
        page.locator("#ground-" + ground).check();
        page.locator("form[action='/historik/annan-grund'] button[type=submit]").click();
        page.locator("#reason").fill("Nattpersonalen bad mig om råd");
        Screens.look(person, "ground-" + ground);
        page.locator("form[action='/historik/annan-grund'] button[type=submit]").click();
        page.waitForURL("**/patient/*");
    }

    /** What was read on a stated ground, as if it had been in the week that is over. */
    private static void asIfLastWeek(People people) {
        var database = people.installation().database();
        database.sql("""
                        insert into audit.event (at, actor_kind, actor_id, actor_name, commission_id, care_provider_id, care_unit_id,
                            client_id, activity, action, object_type, outcome, ground)
                        select date_trunc('week', now()) - interval '2 days 9 hours', actor_kind, actor_id, actor_name,
                            commission_id, care_provider_id, care_unit_id, client_id, activity, action, object_type, outcome, ground
                        from audit.event where ground like 'stated.%' and activity = 'READ'""").update();
        database.sql("""
                        insert into access.stated_ground (id, care_provider_id, client_id, session_id, staff_id, staff_name,
                            commission_id, reader_care_provider_id, ground, reason, stated_at, until)
                        select gen_random_uuid(), care_provider_id, client_id, session_id, staff_id, staff_name, commission_id,
                            reader_care_provider_id, ground, reason, date_trunc('week', now()) - interval '2 days 10 hours',
                            date_trunc('week', now()) - interval '2 days 6 hours'
                        from access.stated_ground""").update();
    }
}
