package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies while somebody is judged and let in: there is a whole judgement with its call, or none. */
@Tag("thorough")
@ExtendWith(Stories.class)
class KilledAmidAdmissionTests {
    private static final String LOSE_THE_ANSWER = """
            (() => {
              const ask = window.fetch.bind(window);
              window.fetch = async (where, how) => {
                const answer = await ask(where, how);
                if (!String(where).endsWith('/slapp-in')) return answer;
                window.answerLost = true;
                throw new TypeError('lost on the way');
              };
            })()""";
    private static final String PATIENT = "Maria Provberg";
    /** Calls of other stories may go on: only those that began since then are ours. */
    private final Instant began = Instant.now();

    /** R0-14, R0-15. */
    @Test
    void what_was_not_kept_leaves_the_row_as_it_was_and_pressing_again_lets_in(People people) throws SQLException {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor(PATIENT, "Noor Sandgren");
        nurse.saysThePatientIsInformed(PATIENT);

        try (var held = people.installation().connection()) {
            held.setAutoCommit(false);
            held.createStatement().execute("select from assessment.drop_in where state = 'WAITING' for update");
            nurse.admitButton(PATIENT).click();
            awaitSomebodyWaitingFor(held);
            people.installation().kill9AndRestart();
        }

        nurse.person()
                .page()
                .locator("[data-taken-by]", new Page.LocatorOptions().setHasText("Tryck igen"))
                .waitFor();
        assertThat(callsThatGoOn(people)).isZero();
        careWorker
                .person()
                .page()
                .locator("#call-root[data-stage=waiting][data-connection=open]")
                .waitFor();

        nurse.admitButton(PATIENT).click();
        assertBothInOneCall(people, careWorker, nurse);
    }

    /** R0-14, R0-15: kept, but the answer never came. */
    @Test
    void what_was_kept_is_one_call_and_the_day_leads_into_it(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        careWorker.knocksFor(PATIENT, "Noor Sandgren");
        nurse.saysThePatientIsInformed(PATIENT);

        nurse.person().page().evaluate(LOSE_THE_ANSWER);
        nurse.admitButton(PATIENT).click();
        nurse.person().awaitTrue("window.answerLost === true");
        people.installation().kill9AndRestart();
        OngoingCall.awaitSeat(careWorker.person());

        nurse.person().page().locator(".waiting-row[data-gone]").waitFor();
        nurse.person().page().navigate(people.installation().url("sjukskoterska", "/min-dag"));
        nurse.person().page().locator("#today a[href^='/samtal/']").last().click();
        assertBothInOneCall(people, careWorker, nurse);
    }

    /** The judgement has reached the row that we hold. */
    private static void awaitSomebodyWaitingFor(Connection held) throws SQLException {
        try (var others = held.createStatement()) {
            String blocked =
                    "select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))";
            for (boolean waits = false; !waits; Thread.onSpinWait()) {
                try (var row = others.executeQuery(blocked)) {
                    row.next();
                    waits = row.getInt(1) > 0;
                }
            }
        }
    }

    private long callsThatGoOn(People people) {
        return people.installation()
                .database()
                .sql("select count(*) from meetings.meeting where ended_at is null and opened_at >= ?")
                .param(Timestamp.from(began))
                .query(Long.class)
                .single();
    }

    private void assertBothInOneCall(People people, CareWorker careWorker, Professional nurse) {
        nurse.person().page().waitForURL(Pattern.compile(".*/samtal/[0-9a-f-]{36}$"));
        new OngoingCall(careWorker, nurse).awaitBothPictures();
        assertThat(callsThatGoOn(people)).isOne();
        nurse.room().endsForAll();
        careWorker.room().isOver();
    }
}
