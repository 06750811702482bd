package se.vardmote.portal;

import jakarta.servlet.http.HttpServletRequest;
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
import se.vardmote.assessment.AgreedToday;
import se.vardmote.assessment.Doors;
import se.vardmote.assessment.Drafts;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.statistics.Questions;
import se.vardmote.ui.GoodbyePage;
import se.vardmote.ui.StartPage;
import se.vardmote.ui.StartPage.UnitNumber;
import se.vardmote.ui.SummonsPage;

/** The pages around the calls that anybody may open: start, summons, goodbye. */
@Controller
class StartController {
    private final Organisation organisation;
    private final Doors doors;
    private final Questions questions;
    private final AgreedToday agreed;
    private final Drafts drafts;

    StartController(Organisation organisation, Doors doors, Questions questions, AgreedToday agreed, Drafts drafts) {
        this.organisation = organisation;
        this.doors = doors;
        this.drafts = drafts;
        this.questions = questions;
        this.agreed = agreed;
    }

    @GetMapping("/")
    ModelAndView start(
            Optional<EnrolledDevice> device,
            @RequestParam(name = "hande", defaultValue = "") String event,
            HttpServletRequest request) {
        return device.map(known -> onDevice(known, event.equals("planned"), halfWritten(request)))
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
     * @param thanked the question how it went has been answered
     */
    @GetMapping("/hej-da")
    ModelAndView goodbye(
            @RequestParam(name = "varfor", defaultValue = "ended") String why,
            @RequestParam(name = "tack", defaultValue = "") String thanked,
            Optional<StaffMember> staff,
            Optional<EnrolledDevice> device,
            Optional<InvitedVisitor> invited,
            Optional<Seated> seated,
            HttpServletRequest request,
            HttpServletResponse response) {
        GoodbyePage.Question question = question(thanked, request);
        HostCookie.SEAT.remove(response);
        Optional<CareUnit> unit = device.flatMap(
                        known -> doors.receiversFrom(known).stream().findFirst())
                .or(() -> invited.flatMap(visitor -> organisation.unit(visitor.receivingUnit())));
        boolean professional = staff.isPresent() && seated.isEmpty() && device.isEmpty();
        return new GoodbyePage(
                        why,
                        professional,
                        unit.map(CareUnit::name).orElse(null),
                        unit.map(known -> known.numberToRing().e164()).orElse(null),
                        question)
                .view();
    }

    /** Only whoever comes from a call with the cookie of its seat is asked: the same page again has nobody to ask. */
    private GoodbyePage.Question question(String thanked, HttpServletRequest request) {
        if (thanked.equals("ja")) return new GoodbyePage.Question.Answered();
        return HostCookie.SEAT
                .in(request)
                .flatMap(questions::ask)
                .<GoodbyePage.Question>map(token -> new GoodbyePage.Question.Asked(token.text()))
                .orElseGet(GoodbyePage.Question.NotAsked::new);
    }

    private boolean halfWritten(HttpServletRequest request) {
        return HostCookie.DRAFT.in(request).filter(drafts::isKept).isPresent();
    }

    private StartPage onDevice(EnrolledDevice device, boolean justPlanned, boolean halfWritten) {
        String unit = organisation.unit(device.unit()).map(CareUnit::name).orElse("");
        List<UnitNumber> numbers = doors.receiversFrom(device).stream()
                .map(StartController::number)
                .toList();
        List<StartPage.Planned> planned = agreed.on(device).stream()
                .map(call -> new StartPage.Planned(
                        call.at(),
                        call.professional(),
                        call.profession().name(),
                        call.name(),
                        "/bedomningssamtal/planerat/" + call.call()))
                .toList();
        return new StartPage(new StartPage.Device(unit, device.name(), halfWritten), planned, numbers, justPlanned);
    }

    private List<UnitNumber> receivers() {
        return doors.receivers().stream().map(StartController::number).toList();
    }

    private static UnitNumber number(CareUnit unit) {
        return new UnitNumber(unit.name(), unit.numberToRing().e164());
    }
}
