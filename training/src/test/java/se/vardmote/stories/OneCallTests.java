package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole thread of an assessment call, from a care worker's knock to a signed note. */
@ExtendWith(Stories.class)
class OneCallTests {

    /** R0-1, R0-6, R0-16, R0-50, R0-51, R0-52, R0-53, R0-54, R0-55, R0-61. */
    @Test
    void a_care_worker_knocks_a_nurse_admits_and_both_decode_a_picture(People people) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        Screens.look(nurse.person(), "my-day-nobody-waits");

        var careWorker = people.careWorker();
        Screens.look(careWorker.person(), "start-on-a-tablet");
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren");
        Screens.look(careWorker.person(), "knock-filled-in");
        careWorker.knocks();
        careWorker.room().awaitsOwnPicture();
        Screens.look(careWorker.person(), "waiting");

        nurse.rowOf(CareWorker.PATIENT);
        Screens.look(nurse.person(), "my-day-somebody-waits");
        nurse.admits(CareWorker.PATIENT);
        careWorker.room().awaitsTheOthersPicture();
        nurse.room().awaitsTheOthersPicture();
        assertThat(careWorker.person().cameraRequests())
                .as("permission asked for once, on the way from waiting to the room")
                .isEqualTo(1);
        Screens.look(careWorker.person(), "room-care-worker");
        Screens.look(nurse.person(), "room-nurse");

        nurse.room().writes("Kan du visa armen?");
        careWorker.room().reads("Kan du visa armen?");
        careWorker.room().writes("Ja, jag byter kamera.");
        nurse.room().reads("Ja, jag byter kamera.");

        nurse.room().endsForAll();
        careWorker.room().isOver();
        nurse.room().isOver();
        Screens.look(careWorker.person(), "over-care-worker");
        careWorker.room().goesOn();
        Screens.look(careWorker.person(), "goodbye");

        nurse.person().page().navigate(people.installation().url("sjukskoterska", "/min-dag"));
        int toSign = nurse.notesToSign().count();
        nurse.signsTheNote("Faller inte, ingen smärta. Fortsatt hjälp hemma.");
        assertThat(nurse.notesToSign().count()).as("notes left to sign").isEqualTo(toSign - 1);

        assertThat(careWorker.person().troubles()).isEmpty();
        assertThat(nurse.person().troubles()).isEmpty();
        assertNothingPersonalIsLeftBehind(people);
    }

    /**
     * In no writing for operators; in the database in plain only in the register of clients, and not even there
     * what goes after sixty days or opens a seat.
     */
    private static void assertNothingPersonalIsLeftBehind(People people) {
        var installation = people.installation();
        var tokens = people.all().stream()
                .flatMap(person -> person.context().cookies().stream())
                .map(cookie -> cookie.value)
                .filter(value -> value.length() >= 20)
                .toList();
        assertThat(tokens).as("sessions, seats and devices").hasSizeGreaterThan(2);
        var persons = new Secrets()
                .identityNumber(CareWorker.IDENTITY_NUMBER)
                .name(CareWorker.NAME)
                .name(CareWorker.PATIENT);
        var content = new Secrets()
                .phone(CareWorker.PHONE)
                .text("Kan du visa armen?")
                .text("Ja, jag byter kamera.")
                .tokens(tokens);
        for (var secrets : List.of(persons, content)) secrets.assertAbsentFrom(installation.writings());
        persons.assertAbsentFromTables(installation.database(), Set.of("clients.client"));
        content.assertAbsentFromTables(installation.database(), Set.of());
        content.assertAbsentFromTheBytesOf(installation.databaseFiles());
    }
}
