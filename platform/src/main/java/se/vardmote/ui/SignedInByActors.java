package se.vardmote.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actors;
import se.vardmote.access.Assurance;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.Profession;

/** Shows in the frame whom the request's session belongs to. */
@Component
final class SignedInByActors implements Frames.SignedInReader {
    private final Organisation organisation;

    SignedInByActors(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Optional<SignedIn> of(HttpServletRequest request) {
        return Actors.current().flatMap(actors -> actors.staff()
                .map(SignedInByActors::professional)
                .or(() -> actors.administrator().map(this::administrator)));
    }

    private static SignedIn professional(StaffMember staff) {
        return new SignedIn(
                staff.name(),
                staff.profession().name(),
                staff.unitName(),
                way(staff.assurance()),
                staff.licensed(),
                staff.systemAdministrator(),
                staff.headOfUnit());
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
                true);
    }

    /** Level 3 is the card; below it the provider has used something weaker. */
    private static String way(Assurance assurance) {
        return (assurance.atLeast(Assurance.LOA3) ? Identification.SITHS : Identification.E_ID).name();
    }
}
