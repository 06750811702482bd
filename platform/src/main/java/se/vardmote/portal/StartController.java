package se.vardmote.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Actors;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.HostCookie;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.ui.GoodbyePage;
import se.vardmote.ui.StartPage;
import se.vardmote.ui.SummonsPage;

/** Where everybody comes first, and where a call lets go of them. */
@Controller
class StartController {
    private final Organisation organisation;

    StartController(Organisation organisation) {
        this.organisation = organisation;
    }

    @GetMapping("/")
    ModelAndView start() {
        return new StartPage(deviceShown(), List.of(), numbers()).view();
    }

    @GetMapping("/kallelse")
    ModelAndView summons() {
        return new SummonsPage(numbers()).view();
    }

    /** The seat's cookie goes with the call: the next person at a shared device begins afresh. */
    @GetMapping("/hej-da")
    ModelAndView goodbye(
            @RequestParam(name = "varfor", defaultValue = "ended") String why,
            HttpServletResponse response) {
        HostCookie.SEAT.remove(response);
        boolean professional = Actors.current().map(Actors::signedIn).orElse(false);
        Optional<CareUnit> receiver = device().flatMap(device -> organisation.receiverOf(device.unit()));
        return new GoodbyePage(
                        why,
                        professional,
                        receiver.map(CareUnit::name).orElse(null),
                        receiver.map(unit -> unit.phone().e164()).orElse(null))
                .view();
    }

    private static Optional<EnrolledDevice> device() {
        return Actors.current().flatMap(Actors::device);
    }

    private StartPage.@Nullable Device deviceShown() {
        return device().flatMap(device -> organisation
                        .unit(device.unit())
                        .map(unit -> new StartPage.Device(unit.name(), device.name())))
                .orElse(null);
    }

    private List<StartPage.UnitNumber> numbers() {
        return organisation.receivers().stream()
                .map(unit -> new StartPage.UnitNumber(unit.name(), unit.phone().e164()))
                .toList();
    }
}
