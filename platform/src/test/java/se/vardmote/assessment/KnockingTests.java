package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Seated;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.media.RoomKey;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.meetings.Standing;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.PersonId;

/** R0-2, R0-10, R0-50 to R0-54: a care worker knocks at any hour and waits, with the patient beside. */
class KnockingTests {
    private static final PersonId TOLVAN =
            PersonId.parse("19121212-1212", LocalDate.of(2026, 11, 17)).orElseThrow();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void who_knocks_waits_at_the_unit_that_answers_with_what_was_typed() {
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES))
                .extracting(DropIn::id)
                .containsExactly(dropIn.id());
        assertThat(dropIn.state()).isEqualTo(DropIn.State.WAITING);
        assertThat(dropIn.typed().patientName()).isEqualTo("Tolvan Tolvansson");
        assertThat(dropIn.typed().staffName()).isEqualTo("Karin Larsson");
        assertThat(dropIn.typed().staffPhone().e164()).isEqualTo("+46701740605");
        assertThat(dropIn.typed().spokenWith()).isEqualTo("Sara Sjuk");
        assertThat(dropIn.fromArea()).isEqualTo("Höllviken");
    }

    @Test
    void no_opening_hours_stop_a_knock() {
        for (int hour = 0; hour < 24; hour++) {
            there.waits("Patient " + hour);
            there.clock.pass(Duration.ofHours(1));
        }
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES)).hasSize(24);
    }

    @Test
    void care_worker_and_patient_wait_at_one_seat_and_it_is_said_how_they_are_known() {
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        assertThat(there.house.participants.of(dropIn.conversation()))
                .allMatch(person -> person.standing() == Standing.WAITING)
                .extracting(Participant::role, Participant::identification)
                .containsExactly(
                        tuple(ParticipantRole.CARE_WORKER, Identification.PHONE_ONLY),
                        tuple(ParticipantRole.PATIENT, Identification.NOT_IDENTIFIED));
    }

    @Test
    void the_same_form_twice_is_one_knock_and_the_second_answer_opens_the_seat_too() {
        Knock knock = TestAssessment.knock("Tolvan Tolvansson");
        Seated first = seat(there.room.knock(knock, there.door()));
        Seated second = seat(there.room.knock(knock, there.door()));
        assertThat(second).isEqualTo(first);
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES)).hasSize(1);
    }

    @Test
    void the_same_form_six_times_at_once_is_one_knock() throws Exception {
        Knock knock = TestAssessment.knock("Tolvan Tolvansson");
        Callable<Optional<Token>> send = () -> there.room.knock(knock, there.door());
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one :
                    threads.invokeAll(Stream.generate(() -> send).limit(6).toList())) {
                assertThat(one.get()).isPresent();
            }
        }
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES)).hasSize(1);
        assertThat(db.app()
                        .sql("select count(*) from meetings.conversation")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_form_whose_call_is_over_does_not_knock_again() {
        Knock knock = TestAssessment.knock("Tolvan Tolvansson");
        Seated seat = seat(there.room.knock(knock, there.door()));
        DropIn dropIn = there.dropIns.of(seat.unit()).orElseThrow();
        there.judgement.turnAway(TestCast.nurse(), dropIn.id(), TestAssessment.homeVisit());
        assertThat(there.room.knock(knock, there.door())).isEmpty();
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES)).isEmpty();
    }

    @Test
    void the_same_patient_is_the_same_client_and_the_number_stands_in_the_register_only() {
        DropIn one = knockFor(TOLVAN, "Tolvan");
        DropIn two = knockFor(TOLVAN, "Tolvan Tolvansson");
        assertThat(two.client()).isEqualTo(one.client());
        assertThat(there.clients
                        .find(TestCast.VELLINGE, one.client())
                        .orElseThrow()
                        .identity())
                .isEqualTo(TOLVAN);
    }

    @Test
    void two_whom_nobody_knows_are_two_clients_with_the_reason_kept() {
        DropIn one = there.waits("Okänd man");
        DropIn two = there.waits("Okänd man");
        assertThat(two.client()).isNotEqualTo(one.client());
        assertThat(one.typed().identityNote()).isEqualTo("Ny för oss");
    }

    @Test
    void names_numbers_and_reasons_are_unreadable_in_the_queues_table() {
        there.waits("Tolvan Tolvansson");
        String row = db.owner()
                .sql("select d::text from assessment.drop_in d")
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain("Tolvan", "Karin", "701740605", "Sara")
                .doesNotContain(hex("Tolvan"), hex("Karin"), hex("701740605"), hex("Sara"));
    }

    @Test
    void a_knock_is_on_record_before_anybody_reads_it() {
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        assertThat(db.app()
                        .sql("select action, client_id, care_unit_id, outcome from audit.event")
                        .query()
                        .singleRow())
                .containsEntry("action", "knock")
                .containsEntry("client_id", dropIn.client().value())
                .containsEntry("care_unit_id", TestCast.NURSES.value())
                .containsEntry("outcome", "ALLOWED");
    }

    @Test
    void a_room_is_made_ready_while_somebody_waits() {
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        assertThat(there.rooms.warmed)
                .containsExactly(new RoomKey(dropIn.conversation().value()));
    }

    @Test
    void each_knock_has_a_seat_of_its_own() {
        var seats = new HashSet<Seated>();
        for (int i = 0; i < 5; i++) seats.add(seat(there.room.knock(TestAssessment.knock("Patient"), there.door())));
        assertThat(seats).hasSize(5);
    }

    private DropIn knockFor(PersonId patient, String name) {
        Knock knock = TestAssessment.knock(UUID.randomUUID(), name, patient, null);
        return there.dropIns
                .of(seat(there.room.knock(knock, there.door())).unit())
                .orElseThrow();
    }

    private Seated seat(Optional<Token> token) {
        return there.house.conversations.holderOf(token.orElseThrow().hash()).orElseThrow();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
