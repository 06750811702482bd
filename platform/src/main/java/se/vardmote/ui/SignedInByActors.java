package se.vardmote.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actors;
import se.vardmote.access.Assurance;
import se.vardmote.access.Sessions;
import se.vardmote.access.SocialStaff;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.WayIn;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.SignInRegister;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Shows in the frame whom the request's session belongs to. */
@Component
final class SignedInByActors implements Frames.SignedInReader {
    private final Organisation organisation;
    private final SignInRegister register;
    private final Sessions sessions;

    SignedInByActors(Organisation organisation, SignInRegister register, Sessions sessions) {
        this.organisation = organisation;
        this.register = register;
        this.sessions = sessions;
    }

    @Override
    public Optional<SignedIn> of(HttpServletRequest request) {
        return Actors.current().flatMap(actors -> actors.staff()
                .map(this::professional)
                .or(() -> actors.social().map(this::assigned))
                .or(() -> actors.administrator().map(this::administrator)));
    }

    private SignedIn professional(StaffMember staff) {
        return new SignedIn(
                staff.name(),
                staff.profession().name(),
                staff.unitName(),
                way(staff.assurance()),
                staff.professional(),
                staff.systemAdministrator(),
                several(staff.staff()),
                staff.headOfUnit(),
                staff.licensed() && !staff.mayMeet(),
                null,
                null);
    }

    private SignedIn administrator(SystemAdministrator administrator) {
        String provider = organisation
                .provider(administrator.careProvider())
                .map(CareProvider::name)
                .orElse(null);
        return new SignedIn(
                administrator.name(),
                Profession.ADMINISTRATOR.name(),
                provider,
                way(administrator.assurance()),
                false,
                true,
                several(administrator.staff()),
                false);
    }

    private SignedIn assigned(SocialStaff social) {
        boolean several = social.way() == WayIn.ACCOUNT
                ? register.hasSeveralAssignments(social.staff(), social.careProvider(), sessions.today())
                : several(social.staff());
        return SignedIn.assigned(
                social.name(),
                social.kind().name(),
                social.unitName(),
                social.way().name(),
                several);
    }

    private boolean several(StaffId staff) {
        return register.hasSeveralRoles(staff, sessions.today());
    }

    /** Level 3 is the card; below it the provider has used something weaker. */
    private static String way(Assurance assurance) {
        return (assurance.atLeast(Assurance.LOA3) ? Identification.SITHS : Identification.E_ID).name();
    }
}
