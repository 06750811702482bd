package se.vardmote.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.HostCookie;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.Doors;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.ui.GoodbyePage;
import se.vardmote.ui.StartPage;
import se.vardmote.ui.StartPage.UnitNumber;
import se.vardmote.ui.SummonsPage;

/** The pages around the calls that anybody may open: start, summons, goodbye. */
@Controller
class StartController {
    private final Organisation organisation;
    private final Doors doors;

    StartController(Organisation organisation, Doors doors) {
        this.organisation = organisation;
        this.doors = doors;
    }

    @GetMapping("/")
    ModelAndView start(Optional<EnrolledDevice> device) {
        return device.map(this::onDevice)
                .orElseGet(() -> new StartPage(null, List.of(), receivers()))
                .view();
    }

    @GetMapping("/kallelse")
    ModelAndView summons() {
        return new SummonsPage(receivers()).view();
    }

    /**
     * The seat's cookie goes with the call: the next person at a shared device begins afresh.
     *
     * @param why how it ended, one of {@link GoodbyePage#REASONS}
     */
    @GetMapping("/hej-da")
    ModelAndView goodbye(
            @RequestParam(name = "varfor", defaultValue = "ended") String why,
            Optional<StaffMember> staff,
            Optional<EnrolledDevice> device,
            Optional<InvitedVisitor> invited,
            Optional<Seated> seated,
            HttpServletResponse response) {
        HostCookie.SEAT.remove(response);
        Optional<CareUnit> unit = device.flatMap(
                        known -> doors.receiversFrom(known).stream().findFirst())
                .or(() -> invited.flatMap(visitor -> organisation.unit(visitor.receivingUnit())));
        boolean professional = staff.isPresent() && seated.isEmpty() && device.isEmpty();
        return new GoodbyePage(
                        why,
                        professional,
                        unit.map(CareUnit::name).orElse(null),
                        unit.map(known -> known.phone().e164()).orElse(null))
                .view();
    }

    private StartPage onDevice(EnrolledDevice device) {
        String unit = organisation.unit(device.unit()).map(CareUnit::name).orElse("");
        List<UnitNumber> numbers = doors.receiversFrom(device).stream()
                .map(StartController::number)
                .toList();
        return new StartPage(new StartPage.Device(unit, device.name()), List.of(), numbers);
    }

    private List<UnitNumber> receivers() {
        return doors.receivers().stream().map(StartController::number).toList();
    }

    private static UnitNumber number(CareUnit unit) {
        return new UnitNumber(unit.name(), unit.phone().e164());
    }
}
