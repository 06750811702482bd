package se.vardmote.disturbances.web;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.disturbances.Disturbance;
import se.vardmote.disturbances.Disturbances;
import se.vardmote.disturbances.Ranked;
import se.vardmote.disturbances.Remedies;
import se.vardmote.disturbances.Report;
import se.vardmote.disturbances.Step;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.ui.SeeOther;

/** The administrator's list of what disturbs, and how far each has come (R3-20, R3-21). */
@Controller
@RequestMapping("/admin/storningar")
class DisturbancesController {
    private static final String PAGE = "/admin/storningar";
    private static final int A_PAGE = 20;
    private static final int MOST_PAGES = 100;
    private static final int ALL = 1000;
    private final Disturbances disturbances;
    private final Remedies remedies;
    private final Organisation organisation;
    private final Clock clock;

    DisturbancesController(Disturbances disturbances, Remedies remedies, Organisation organisation, Clock clock) {
        this.disturbances = disturbances;
        this.remedies = remedies;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            SystemAdministrator by,
            @RequestParam(defaultValue = "") String dagar,
            @RequestParam(defaultValue = "") String lage,
            @RequestParam(defaultValue = "1") String sida) {
        int days = DisturbancesPage.PERIODS.stream()
                .filter(period -> period.toString().equals(dagar))
                .findFirst()
                .orElse(30);
        Step.State state = state(lage).orElse(null);
        int page = sida.matches("[1-9]\\d?") ? Integer.parseInt(sida) : 1;
        Instant since = clock.instant().minus(Period.ofDays(days));
        List<Ranked> rows = disturbances.ranked(
                by.careProvider(), since, state, (Math.min(page, MOST_PAGES) - 1) * A_PAGE, A_PAGE + 1);
        boolean more = rows.size() > A_PAGE;
        return new DisturbancesPage(
                        more ? rows.subList(0, A_PAGE) : rows, days, state == null ? "" : state.name(), page, more)
                .view();
    }

    @GetMapping("/{kind}/{cause}")
    ModelAndView one(SystemAdministrator by, @PathVariable("kind") String kind, @PathVariable("cause") String cause) {
        return known(by, kind, cause)
                .map(ranked -> page(by, ranked, DisturbancesPage.One.Form.EMPTY, Map.of()))
                .orElseGet(() -> SeeOther.to(PAGE));
    }

    @PostMapping("/{kind}/{cause}")
    ModelAndView step(
            SystemAdministrator by,
            @PathVariable("kind") String kind,
            @PathVariable("cause") String cause,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String remedy) {
        Optional<Ranked> known = known(by, kind, cause);
        if (known.isEmpty()) return SeeOther.to(PAGE);
        Optional<Step.State> next = state(state).filter(chosen -> chosen != Step.State.REPORTED);
        Map<String, String> errors = errors(next.orElse(null), remedy.strip());
        if (!errors.isEmpty()) return page(by, known.get(), new DisturbancesPage.One.Form(state, remedy), errors);
        remedies.add(by, known.get().disturbance(), next.orElseThrow(), remedy.strip());
        return SeeOther.to(PAGE + "/" + kind + "/" + cause);
    }

    private static Map<String, String> errors(Step.@Nullable State state, String remedy) {
        Map<String, String> errors = new HashMap<>();
        if (state == null) errors.put("state", "missing");
        boolean needed = state == Step.State.WORKAROUND || state == Step.State.SOLVED;
        if (needed && remedy.isEmpty()) errors.put("remedy", "missing");
        if (remedy.length() > Step.LONGEST) errors.put("remedy", "too-long");
        return errors;
    }

    /** Only what has been reported, at the own care provider or by strangers, whenever. */
    private Optional<Ranked> known(SystemAdministrator by, String kind, String cause) {
        return disturbances.ranked(by.careProvider(), Instant.EPOCH, null, 0, ALL).stream()
                .filter(ranked -> ranked.disturbance().kind().name().equals(kind)
                        && ranked.disturbance().cause().name().equals(cause))
                .findFirst();
    }

    private ModelAndView page(
            SystemAdministrator by, Ranked ranked, DisturbancesPage.One.Form form, Map<String, String> errors) {
        Disturbance disturbance = ranked.disturbance();
        return new DisturbancesPage.One(
                        ranked,
                        remedies.steps(by.careProvider(), disturbance),
                        disturbances.latest(by.careProvider(), disturbance).stream()
                                .map(this::row)
                                .toList(),
                        form,
                        errors)
                .view();
    }

    private DisturbancesPage.One.Row row(Report report) {
        String unit = report.unit() == null
                ? null
                : organisation.unit(report.unit()).map(CareUnit::name).orElse(null);
        return new DisturbancesPage.One.Row(unit, report.technique(), report.at());
    }

    private static Optional<Step.State> state(String name) {
        return java.util.Arrays.stream(Step.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
