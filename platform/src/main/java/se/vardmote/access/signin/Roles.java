package se.vardmote.access.signin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardmote.access.Sessions;
import se.vardmote.access.Sessions.Role;
import se.vardmote.access.SignedInPerson;
import se.vardmote.access.SocialStaff;
import se.vardmote.access.WayIn;
import se.vardmote.access.signin.SignIn.Option;
import se.vardmote.organisation.Assignments;
import se.vardmote.organisation.AtAssignment;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** As what somebody may work today. What a card opens an account does not: see {@link #byAccount}. */
@Component
public class Roles {
    private final Organisation organisation;
    private final Assignments assignments;
    private final Sessions sessions;

    public Roles(Organisation organisation, Assignments assignments, Sessions sessions) {
        this.organisation = organisation;
        this.assignments = assignments;
        this.sessions = sessions;
    }

    /** What somebody who is signed in may go on as without showing anew who it is. */
    public List<Option> of(SignedInPerson person) {
        return person instanceof SocialStaff social && social.way() == WayIn.ACCOUNT
                ? byAccount(social.staff(), social.careProvider())
                : of(person.staff());
    }

    /**
     * With a card: commissions for care first, then the system of a care provider apart where no such commission covers it,
     * then assignments in social services.
     */
    List<Option> of(StaffId staff) {
        List<Option> options = new ArrayList<>();
        LocalDate today = sessions.today();
        for (Commission commission : organisation.commissionsOf(staff, today)) {
            if (!commission.isForCare()) continue;
            commission
                    .unit()
                    .flatMap(organisation::unit)
                    .ifPresent(unit -> options.add(new Option(
                            commission.id().value(),
                            commission.name(),
                            unit.name(),
                            new Role.InCommission(commission.id(), commission.careProvider()))));
        }
        var covered =
                options.stream().map(option -> option.role().careProvider()).toList();
        organisation.administeredBy(staff).stream()
                .filter(careProvider -> !covered.contains(careProvider.id()))
                .map(careProvider -> new Option(
                        careProvider.id().value(), "", careProvider.name(), new Role.Administering(careProvider.id())))
                .forEach(options::add);
        assigned(staff, today).map(Roles::option).forEach(options::add);
        return List.copyOf(options);
    }

    /** Why a card leads to none of them. */
    Refusal whyNone(StaffId staff) {
        boolean withoutUnit = organisation.commissionsOf(staff, sessions.today()).stream()
                .anyMatch(commission ->
                        commission.isForCare() && commission.unit().isEmpty());
        return withoutUnit ? Refusal.COMMISSION_WITHOUT_UNIT : Refusal.NO_COMMISSION;
    }

    /** With an account of a care provider: the assignments there, and nothing else that the person has. */
    List<Option> byAccount(StaffId staff, CareProviderId careProvider) {
        return assigned(staff, sessions.today())
                .filter(at -> at.assignment().careProvider().equals(careProvider))
                .map(Roles::option)
                .toList();
    }

    private Stream<AtAssignment> assigned(StaffId staff, LocalDate day) {
        return assignments.of(staff, day).stream();
    }

    private static Option option(AtAssignment at) {
        return new Option(
                at.assignment().id().value(),
                at.assignment().kind().name(),
                at.unit().name(),
                new Role.InAssignment(at.assignment().id(), at.assignment().careProvider()));
    }
}
