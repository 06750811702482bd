package se.vardmote.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actors;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.Profession;

/** Shows on every page who is signed in, as {@code access} knows it. */
@Component
final class SignedInByAccess implements Frames.SignedInReader {

    @Override
    public Optional<SignedIn> of(HttpServletRequest request) {
        return Actors.current().flatMap(actors -> actors.staff()
                .map(SignedInByAccess::staff)
                .or(() -> actors.administrator().map(SignedInByAccess::administrator)));
    }

    private static SignedIn staff(StaffMember staff) {
        return new SignedIn(
                staff.name(),
                staff.profession().name(),
                staff.unitName(),
                Identification.SITHS.name(),
                staff.licensed(),
                staff.systemAdministrator());
    }

    private static SignedIn administrator(SystemAdministrator administrator) {
        return new SignedIn(
                administrator.name(),
                Profession.ADMINISTRATOR.name(),
                null,
                Identification.SITHS.name(),
                false,
                true);
    }
}
