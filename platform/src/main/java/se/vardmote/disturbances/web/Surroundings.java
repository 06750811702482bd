package se.vardmote.disturbances.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actors;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.assessment.Doors;
import se.vardmote.disturbances.Reporter;
import se.vardmote.disturbances.Technique;
import se.vardmote.organisation.CareUnit;
import se.vardmote.ui.Browser;
import se.vardmote.ui.BrowserSettings;
import se.vardmote.ui.StartPage.UnitNumber;

/** What a request says about where somebody is and with what, and about nothing else. */
@Component
class Surroundings {
    private final Doors doors;
    private final BrowserSettings browsers;

    Surroundings(Doors doors, BrowserSettings browsers) {
        this.doors = doors;
        this.browsers = browsers;
    }

    Reporter reporter() {
        return Actors.current().flatMap(Surroundings::reporter).orElse(Reporter.STRANGER);
    }

    private static Optional<Reporter> reporter(Actors actors) {
        return actors.staff()
                .map((StaffMember staff) -> new Reporter(staff.careProvider(), staff.unit()))
                .or(() -> actors.device()
                        .map((EnrolledDevice device) -> new Reporter(device.careProvider(), device.unit())))
                .or(() -> actors.invited()
                        .map((InvitedVisitor visitor) -> new Reporter(visitor.careProvider(), visitor.receivingUnit())))
                .or(() -> actors.administrator().map((SystemAdministrator by) -> new Reporter(by.careProvider(), null)))
                .or(() -> actors.seated().map((Seated seated) -> new Reporter(seated.careProvider(), null)));
    }

    Technique technique(Seen seen, HttpServletRequest request) {
        Browser browser = Browser.of(request.getHeader("User-Agent"), request.getHeader("Sec-CH-UA"));
        return new Technique(
                browser.brand().name(),
                browser.version(),
                browsers.support(browser),
                browser.device().name(),
                seen.screen(),
                seen.page(),
                seen.camera(),
                seen.microphone(),
                seen.connection(),
                seen.media(),
                version());
    }

    /** Whom to ring when nothing works: on a device who answers there, else all that answer. */
    List<UnitNumber> numbers() {
        Optional<List<CareUnit>> own = Actors.current().flatMap(Actors::device).map(doors::receiversFrom);
        return own.orElseGet(doors::receivers).stream()
                .map(unit -> new UnitNumber(unit.name(), unit.numberToRing().e164()))
                .toList();
    }

    private static String version() {
        return Optional.ofNullable(Surroundings.class.getPackage().getImplementationVersion())
                .orElse(Technique.UNKNOWN);
    }
}
