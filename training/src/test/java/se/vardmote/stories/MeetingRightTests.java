package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R0-58, R0-59, R2-21: from the application over the missing training to the first call, and out of it at once. */
@Tag("thorough")
@ExtendWith(Stories.class)
class MeetingRightTests {
    private @Nullable People met;

    /** The next story finds Juno as she was. */
    @AfterEach
    void asBefore() {
        People people = met;
        if (people == null) return;
        var database = people.installation().database();
        database.sql("""
                        delete from organisation.meeting_right
                        where staff_id in (select id from organisation.staff where name = 'Juno Wikman')""").update();
        database.sql("""
                        update organisation.qualification set completed_on = null where kind = 'EMERGENCIES'
                          and staff_id in (select id from organisation.staff where name = 'Juno Wikman')""").update();
    }

    @Test
    void a_nurse_applies_is_trained_is_granted_the_right_admits_and_is_out_at_once_when_it_is_revoked(People people) {
        met = people;
        Person nurse = people.nurseWithoutRight();
        Page juno = nurse.page();
        juno.waitForURL("**/ratt-till-moten");
        assertThat(juno.locator("main").innerText()).contains("Akuta lägen", "Ansök om rätten");
        juno.locator("main form[action='/ratt-till-moten'] button").click();
        juno.locator("main form").waitFor(Waits.gone());

        Page birk = people.administratorOfTheNurses().page();
        opens(birk, people, "/admin/ratt-till-moten");
        birk.locator(".rows a.row-link").first().click();
        birk.waitForURL("**/admin/ratt-till-moten/*-*");
        String application = birk.url();
        assertThat(birk.locator("main").innerText()).contains("Utbildning saknas: akuta lägen");
        assertThat(birk.locator("button[value=grant]").count()).isZero();
        trains(birk);
        birk.navigate(application);
        birk.locator("button[value=grant]").click();
        birk.waitForURL("**klart=granted");

        juno.navigate(people.installation().url("sjukskoterska", "/min-dag"));
        var atWork = new Professional(nurse);
        atWork.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor("Tolvan Tolvansson", "Juno Wikman");
        atWork.admits("Tolvan Tolvansson");
        careWorker.room().awaitsTheOthersPicture();

        birk.navigate(application);
        birk.locator("#reason").fill("Utbildningen gällde någon annan.");
        birk.locator("button[value=revoke]").click();
        birk.waitForURL("**klart=revoked");

        juno.locator("#call-root[data-reason=revoked]").waitFor();
        assertThat(careWorker.person().page().locator("#call-root").getAttribute("data-stage"))
                .isEqualTo("admitted");
    }

    private static void trains(Page birk) {
        birk.locator("main a[href^='/admin/organisation/personal/']").click();
        birk.waitForURL("**/admin/organisation/personal/*-*");
        birk.locator("a[href$='/utbildning/EMERGENCIES']").click();
        birk.waitForURL("**/utbildning/EMERGENCIES");
        birk.locator("#completedOn")
                .fill(LocalDate.now(ZoneId.of("Europe/Stockholm")).toString());
        birk.locator("main form button[type=submit]").click();
        birk.waitForURL("**notice=kept");
    }

    private static void opens(Page page, People people, String path) {
        page.navigate(people.installation().url("administrator", path));
    }
}
