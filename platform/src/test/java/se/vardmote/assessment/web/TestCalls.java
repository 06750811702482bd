package se.vardmote.assessment.web;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.SuitabilityJudgement;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.NoteText;
import se.vardmote.journal.Notes;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Meetings;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** Calls in a whole product, made as its own parts make them. */
public final class TestCalls {
    private final ConfigurableApplicationContext context;

    public TestCalls(TestHouse house) {
        context = house.context();
    }

    /** Somebody of the register knocks for this patient at the nurses of Vellinge. */
    public Token knocks(String name, String number) {
        var receiving = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        var door = new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving);
        return bean(DropInRoom.class)
                .knock(TestAssessment.knock(UUID.randomUUID(), name, number(number), null), door)
                .orElseThrow();
    }

    public DropIn of(Token seat) {
        RetentionUnitId conversation =
                bean(Conversations.class).holderOf(seat.hash()).orElseThrow().unit();
        return bean(DropIns.class).of(conversation).orElseThrow();
    }

    public MeetingId admitted(DropIn dropIn, StaffId by) {
        return bean(SuitabilityJudgement.class).admit(TestCast.as(by), dropIn.id(), TestAssessment.informed());
    }

    /** A call that has been, with a note that says this. */
    public DropIn documented(String name, String number, StaffId by, String measures) {
        DropIn dropIn = of(knocks(name, number));
        StaffMember nurse = TestCast.as(by);
        MeetingId meeting = admitted(dropIn, by);
        bean(Meetings.class).end(TestCast.VELLINGE, meeting, by);
        Duty duty = bean(Duties.class).of(meeting).orElseThrow();
        bean(Notes.class).sign(duty, new NoteText("Fall i hallen", "", "", measures), nurse);
        return dropIn;
    }

    public static PersonId number(String typed) {
        return PersonId.parse(typed, LocalDate.of(2026, 11, 17)).orElseThrow();
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
