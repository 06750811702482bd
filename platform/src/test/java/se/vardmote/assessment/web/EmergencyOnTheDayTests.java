package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.audit.AuditLog;
import se.vardmote.journal.Duty;
import se.vardmote.journal.DutyBackground.Occurrence;
import se.vardmote.meetings.PatientPlace;
import se.vardmote.platform.TestDatabase;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Templates;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.Profession;

/** R1-11: colleagues at the unit see an emergency before everything else, and it stays in the documentation. */
class EmergencyOnTheDayTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final StaffMember sara = TestAssessment.colleague("Sara Sjuk", Profession.NURSE);
    private final DropIn tolvan = there.waits("Tolvan Tolvansson");
    private final ReadingTheBoard reading = new ReadingTheBoard(new AuditLog(db.audit()), there.clock);
    private final AcuteCalls acute = new AcuteCalls(
            there.house.emergencies,
            there.house.places,
            List.of(),
            there.dropIns,
            there.house.participants,
            reading,
            new Templates(new Messages(there.clock)));
    private final UUID key = UUID.randomUUID();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private MeetingId meeting = MeetingId.next();
    private ParticipantId karin = ParticipantId.next();
    private ParticipantId professional = karin;

    @BeforeEach
    void call() {
        meeting = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());
        var people = there.house.participants.of(tolvan.conversation());
        karin = people.getFirst().id();
        professional = people.getLast().id();
        there.house.news.listen(DropInRoom.TOPIC, told::add);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_colleague_at_the_unit_sees_who_pressed_when_where_and_the_number_back() {
        there.house.places.write(tolvan.conversation(), karin, PatientPlace.Part.ADDRESS, "Storgatan 1");
        there.house.places.write(tolvan.conversation(), karin, PatientPlace.Part.FLOOR, "2");
        there.house.emergencies.press(tolvan.conversation(), karin, key);

        assertThat(acute.read(List.of(sara)).rows()).singleElement().satisfies(row -> {
            assertThat(row.by()).isEqualTo("Karin Larsson");
            assertThat(row.at()).isEqualTo(there.clock.instant());
            assertThat(row.patientName()).isEqualTo("Tolvan Tolvansson");
            assertThat(row.callBack()).isEqualTo("+46701740605");
            assertThat(row.place())
                    .extracting(AcuteList.PlacePart::code, AcuteList.PlacePart::text)
                    .containsExactly(tuple("address", "Storgatan 1"), tuple("floor", "2"));
        });
    }

    @Test
    void the_pages_of_the_unit_are_told_when_it_is_pressed_and_when_it_is_taken_back() {
        there.house.emergencies.press(tolvan.conversation(), karin, key);
        there.house.emergencies.takeBack(tolvan.conversation(), karin, key);
        assertThat(told).containsExactly(TestCast.NURSES.toString(), TestCast.NURSES.toString());
        assertThat(acute.read(List.of(sara)).rows()).isEmpty();
    }

    @Test
    void nobody_at_another_unit_sees_it() {
        there.house.emergencies.press(tolvan.conversation(), karin, key);
        assertThat(acute.read(List.of(TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE)))
                        .rows())
                .isEmpty();
    }

    @Test
    void that_a_colleague_read_whose_emergency_it_is_is_on_record() {
        there.house.emergencies.press(tolvan.conversation(), karin, key);
        int before = readings();
        acute.read(List.of(sara));
        assertThat(readings()).isEqualTo(before + 1);
    }

    @Test
    void emergency_and_instruction_stand_in_the_background_and_in_the_prefilled_note() {
        happens();
        Duty duty = there.duties.of(meeting).orElseThrow();
        assertThat(there.duties.background(duty).occurrences())
                .extracting(Occurrence::code, Occurrence::by, Occurrence::text)
                .containsExactly(
                        tuple("emergency", "Karin Larsson", ""),
                        tuple("no-emergency", "Sara Sjuk", ""),
                        tuple("instruction", "Sara Sjuk", "Lyft benet"),
                        tuple("understood", "Karin Larsson", "Lyft benet"));
        var text = there.drafts.text(duty);
        assertThat(text.situation()).contains("Karin Larsson tryckte Akut", "Sara Sjuk: det var inget akut");
        assertThat(text.measures()).contains("Sara Sjuk bad dem hos patienten: Lyft benet", "svarade Uppfattat");
    }

    private void happens() {
        there.house.emergencies.press(tolvan.conversation(), karin, key);
        minute();
        there.house.emergencies.takeBack(tolvan.conversation(), professional, key);
        minute();
        var instruction = UUID.randomUUID();
        there.house.instructions.write(tolvan.conversation(), professional, instruction, "Lyft benet");
        minute();
        there.house.instructions.understand(tolvan.conversation(), karin, instruction);
        minute();
        there.house.meetings.end(TestCast.VELLINGE, meeting, sara.staff());
    }

    private void minute() {
        there.clock.pass(Duration.ofMinutes(1));
    }

    private int readings() {
        return db.owner()
                .sql("select count(*) from audit.event where client_id = ? and activity = 'READ'")
                .param(tolvan.client().value())
                .query(Integer.class)
                .single();
    }
}
