package se.vardmote.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Actor;
import se.vardmote.access.Assurance;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.GuestInvitation;
import se.vardmote.access.GuestRole;
import se.vardmote.access.GuestVisitId;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.SessionId;
import se.vardmote.access.SocialStaff;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.Visitor;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;
import se.vardmote.vocabulary.StaffId;

/** Each type of message on the socket × every kind of actor there is, against the words of the table. */
class EveryActorSendingEveryMessageTests {
    private static final RightsTable TABLE = RightsTable.ofTheProduct();
    private static final Rights RIGHTS = new Rights(TABLE);

    /** Whom the words mean: said here a second time, and on purpose not by the code. */
    private static final Map<Actor, Set<String>> ACTORS = Map.ofEntries(
            Map.entry(new Visitor(), Set.of("anyone")),
            Map.entry(new InvitedVisitor(TestCast.VELLINGE, TestCast.NURSES), Set.of("anyone", "invited")),
            Map.entry(guest(), Set.of("anyone", "guest")),
            Map.entry(
                    new Seated(SeatId.next(), new RetentionUnitId(UUID.randomUUID()), TestCast.VELLINGE),
                    Set.of("anyone", "seated")),
            Map.entry(staff(Profession.NURSE, false, false), Set.of("anyone", "staff", "licensed", "professional")),
            Map.entry(withoutRight(), Set.of("anyone", "staff", "licensed")),
            Map.entry(staff(Profession.ASSISTANT_NURSE, false, false), Set.of("anyone", "staff")),
            Map.entry(staff(Profession.ASSISTANT_NURSE, false, true), Set.of("anyone", "staff", "head")),
            Map.entry(staff(Profession.ASSISTANT_NURSE, true, false), Set.of("anyone", "staff", "administrator")),
            Map.entry(TestCast.planner(), Set.of("anyone", "social")),
            Map.entry(TestCast.administrator(), Set.of("anyone", "staff", "administrator")));

    @Test
    void whom_the_row_names_may_send_it_and_nobody_else() {
        List<String> wrong = new ArrayList<>();
        TABLE.messages()
                .forEach((type, who) -> ACTORS.forEach((actor, words) -> {
                    boolean named = who.stream().map(Grantee::word).anyMatch(words::contains);
                    if (named != RIGHTS.maySend(actor, type))
                        wrong.add(type + " by " + actor.getClass().getSimpleName() + " " + words);
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_kind_of_actor_is_asked() {
        Set<Class<?>> asked = Set.of(
                Visitor.class,
                InvitedVisitor.class,
                GuestVisitor.class,
                Seated.class,
                StaffMember.class,
                SocialStaff.class,
                se.vardmote.access.SystemAdministrator.class,
                EnrolledDevice.class);
        assertThat(asked).containsExactlyInAnyOrder(Actor.class.getPermittedSubclasses());
        assertThat(TABLE.messages().values()).allSatisfy(who -> assertThat(who)
                .as("a device has no page of a call: its people hold seats")
                .doesNotContain(Grantee.DEVICE));
    }

    private static GuestVisitor guest() {
        var invitation = new GuestInvitation(
                GuestLinkId.next(), TestCast.VELLINGE, "planned-call", UUID.randomUUID(), GuestRole.PATIENT);
        return new GuestVisitor(new GuestVisitId(UUID.randomUUID()), invitation);
    }

    /** A nurse at a care provider that asks for the right to digital meetings, who has not been granted it. */
    private static StaffMember withoutRight() {
        return new StaffMember(
                new SessionId(UUID.randomUUID()),
                StaffId.next(),
                HsaId.of("SE2120001132-1007"),
                "Juno Wikman",
                Profession.NURSE,
                true,
                CommissionId.next(),
                TestCast.VELLINGE,
                TestCast.NURSES,
                "Kommunsjuksköterskorna",
                Assurance.LOA3,
                false,
                false,
                false);
    }

    private static StaffMember staff(Profession profession, boolean administers, boolean heads) {
        return new StaffMember(
                new SessionId(UUID.randomUUID()),
                StaffId.next(),
                HsaId.of("SE2120001132-1001"),
                "Kim Ekdal",
                profession,
                profession == Profession.NURSE,
                CommissionId.next(),
                TestCast.VELLINGE,
                TestCast.HOME_CARE,
                "Hemtjänst Höllviken",
                Assurance.LOA3,
                administers,
                heads,
                true);
    }
}
