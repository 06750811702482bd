package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call that two care providers hold together: each documents it in a record of its own. */
@ExtendWith(Stories.class)
class AcrossCareProvidersTests {
    private static final String COLLEAGUE = "Ines Lundmark";
    private static final String UNIT = "Vårdcentralen Söderslätt";

    /** R0-18, B76. */
    @Test
    @Tag("thorough")
    void a_nurse_of_the_region_comes_in_and_both_sign_a_note_of_their_own(People people) {
        var ines = people.cardHolder("fysioterapeut", COLLEAGUE);
        page(ines).waitForURL("**/min-dag");
        var call = OngoingCall.begin(people);
        Page nurse = page(call.nurse());
        nurse.locator("[data-action=more]").click();
        nurse.locator("dialog[data-sheet=more] [data-action=colleagues]").click();
        nurse.locator("select[data-choice=unit]").selectOption(new SelectOption().setLabel(UNIT));
        nurse.locator(".colleague [data-action=ask-in]").first().click();

        var asked = page(ines).locator("#my-calls [data-asked]");
        asked.waitFor();
        assertThat(page(ines).locator("#my-calls").innerHTML()).doesNotContain(CareWorker.PATIENT);
        Screens.look(ines.person(), "asked-by-another-care-provider");
        asked.locator("form[action$='/ga-in'] button").click();
        page(ines).waitForURL(Pattern.compile(".*/samtal/[0-9a-f-]{36}$"));
        ines.room().awaitsTheOthersPicture();
        nurse.keyboard().press("Escape");
        call.nurse().room().endsForAll();
        ines.room().isOver();

        ines.person().page().locator("[data-action=onward]").click();
        String theirs = ines.notesToSign().last().getAttribute("href");
        ines.signsTheNote("Vårdcentralen följer upp på måndag.");
        nurse.locator("[data-action=onward]").click();
        call.nurse().signsTheNote("Hemsjukvården lägger om såret.");
        nurse.navigate(people.installation().url("sjukskoterska", theirs));
        assertThat(nurse.content()).doesNotContain("följer upp på måndag");
        assertThat(people.installation()
                        .database()
                        .sql("""
                                select string_agg(p.name, ', ' order by p.name) from journal.duty d
                                join organisation.care_provider p on p.id = d.care_provider_id
                                where d.meeting_id = (select meeting_id from journal.duty where id = cast(? as uuid))
                                and exists (select from journal.note n where n.duty_id = d.id)""")
                        .param(theirs.substring(theirs.lastIndexOf('/') + 1))
                        .query(String.class)
                        .single())
                .contains("Regionens primärvård", "Vellinge kommun – hälso- och sjukvård");
        assertThat(ines.person().troubles()).isEmpty();
    }

    private static Page page(Professional who) {
        return who.person().page();
    }
}
