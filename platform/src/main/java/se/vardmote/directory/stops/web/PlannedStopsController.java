package se.vardmote.directory.stops.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.stops.Announcing;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.stops.PlannedStop;
import se.vardmote.organisation.stops.PlannedStops;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.PlannedStopId;

/** Where an administrator announces planned stops. */
@Controller
@RequestMapping("/admin/organisation/planerade-stopp")
class PlannedStopsController {
    private static final String PAGE = "/admin/organisation/planerade-stopp";
    private static final Set<String> NOTICES = Set.of("kept", "removed");
    private final Announcing announcing;
    private final Organisation organisation;
    private final Clock clock;

    PlannedStopsController(Announcing announcing, Organisation organisation, Clock clock) {
        this.announcing = announcing;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView stops(SystemAdministrator by, @RequestParam(required = false) @Nullable String notice) {
        return page(by, StopForm.EMPTY, Map.of(), notice != null && NOTICES.contains(notice) ? notice : null);
    }

    @PostMapping
    ModelAndView announce(SystemAdministrator by, @ModelAttribute StopForm form) {
        StopReading reading = StopReading.read(by, form, clock.instant());
        PlannedStop stop = reading.stop();
        if (stop == null) return page(by, form, reading.errors(), null);
        if (announcing.coming(by).size() >= PlannedStops.MOST) return page(by, form, Map.of("text", "full"), null);
        announcing.announce(by, stop);
        return SeeOther.to(PAGE + "?notice=kept");
    }

    @PostMapping("/{stop}/ta-bort")
    ModelAndView takeBack(SystemAdministrator by, @PathVariable("stop") String stop) {
        announcing.takeBack(by, PlannedStopId.of(stop));
        return SeeOther.to(PAGE + "?notice=removed");
    }

    private ModelAndView page(
            SystemAdministrator by, StopForm form, Map<String, String> errors, @Nullable String notice) {
        List<CareUnit> units = organisation.unitsOf(by.careProvider());
        List<PlannedStop> coming = announcing.coming(by);
        return new StopsPage(
                        organisation
                                .provider(by.careProvider())
                                .map(CareProvider::name)
                                .orElse(""),
                        coming.stream()
                                .map(stop -> shown(stop, units, clock.instant()))
                                .toList(),
                        coming.size() >= PlannedStops.MOST,
                        units.stream()
                                .map(unit -> new StopsPage.Unit(unit.id().toString(), unit.name()))
                                .toList(),
                        form,
                        errors,
                        notice)
                .view();
    }

    private static StopsPage.Stop shown(PlannedStop stop, List<CareUnit> units, Instant now) {
        return new StopsPage.Stop(
                stop.id().toString(),
                stop.text(),
                stop.english(),
                units.stream()
                        .filter(unit -> stop.units().contains(unit.id()))
                        .map(CareUnit::name)
                        .toList(),
                stop.announcedFrom(),
                stop.starts(),
                stop.ends(),
                stop.runsAt(now));
    }
}
