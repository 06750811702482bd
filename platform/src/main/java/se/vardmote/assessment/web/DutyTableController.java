package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import se.vardmote.assessment.duty.ComingGaps;
import se.vardmote.assessment.duty.DutyOffice;
import se.vardmote.assessment.duty.DutyRule;
import se.vardmote.organisation.CareUnit;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DutyRuleId;

/** The administrator's duty table: the gaps ahead, each unit's rules, one form for a new rule or a changed one. */
@Controller
@RequestMapping("/admin/jourtabell")
class DutyTableController {
    private static final String PAGE = "/admin/jourtabell";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Set<String> NOTICES = Set.of("kept", "removed");
    private static final int DAYS_AHEAD = 14;
    private static final int MOST_GAPS = 30;
    private final DutyOffice office;
    private final ComingGaps gaps;
    private final DutyTableChoices choices;
    private final Clock clock;

    DutyTableController(DutyOffice office, ComingGaps gaps, DutyTableChoices choices, Clock clock) {
        this.office = office;
        this.gaps = gaps;
        this.choices = choices;
        this.clock = clock;
    }

    /** @param changing id of the rule to change; another care provider's is not found */
    @GetMapping
    ModelAndView table(
            SystemAdministrator by,
            @RequestParam(name = "regel", required = false) @Nullable String changing,
            @RequestParam(required = false) @Nullable String notice) {
        DutyRuleForm form = office.rules(by).stream()
                .filter(rule -> rule.id().toString().equals(changing))
                .findFirst()
                .map(DutyRuleForm::of)
                .orElseGet(() -> DutyRuleForm.empty(today().toString()));
        return page(by, form, Map.of(), notice != null && NOTICES.contains(notice) ? notice : null);
    }

    @PostMapping
    ModelAndView add(SystemAdministrator by, @ModelAttribute DutyRuleForm form) {
        return keep(by, form.as(""));
    }

    @PostMapping("/{rule}")
    ModelAndView change(SystemAdministrator by, @PathVariable String rule, @ModelAttribute DutyRuleForm form) {
        return keep(by, form.as(DutyRuleId.of(rule).toString()));
    }

    @PostMapping("/{rule}/ta-bort")
    ModelAndView remove(SystemAdministrator by, @PathVariable String rule) {
        office.remove(by, DutyRuleId.of(rule));
        return SeeOther.to(PAGE + "?notice=removed");
    }

    private ModelAndView keep(SystemAdministrator by, DutyRuleForm form) {
        var reading = DutyRuleReader.read(
                form, choices.places(by), choices.receivers(today()).keySet());
        DutyRule rule = reading.rule();
        if (rule == null) return page(by, form, reading.errors(), null);
        office.keep(by, rule);
        return SeeOther.to(PAGE + "?notice=kept");
    }

    private ModelAndView page(
            SystemAdministrator by, DutyRuleForm form, Map<String, String> errors, @Nullable String notice) {
        List<DutyRule> rules = office.rules(by);
        Map<CareUnitId, CareUnit> names = choices.named(by, rules);
        List<ComingGaps.Coming> coming = gaps.of(by.careProvider(), DAYS_AHEAD);
        List<GapLine> missing = GapLine.once(gaps.missing(by.careProvider(), DAYS_AHEAD), names);
        return new DutyTablePage(
                        choices.careProvider(by),
                        coming.stream()
                                .limit(MOST_GAPS)
                                .map(gap -> GapLine.of(gap, names))
                                .toList(),
                        missing.stream().limit(MOST_GAPS).toList(),
                        Math.max(0, coming.size() - MOST_GAPS) + Math.max(0, missing.size() - MOST_GAPS),
                        units(rules, coming, names),
                        choices.placesToChoose(by),
                        DutyTableChoices.PROFESSIONS,
                        choices.receiversToChoose(today()),
                        form,
                        errors,
                        notice)
                .view();
    }

    /** Units with rules, and those without anybody that knock all the same. */
    private List<DutyTablePage.Unit> units(
            List<DutyRule> rules, List<ComingGaps.Coming> coming, Map<CareUnitId, CareUnit> names) {
        Map<CareUnitId, List<DutyRule>> byUnit =
                new LinkedHashMap<>(rules.stream().collect(Collectors.groupingBy(DutyRule::from)));
        coming.forEach(gap -> byUnit.putIfAbsent(gap.unit(), List.of()));
        return byUnit.entrySet().stream()
                .map(entry -> new DutyTablePage.Unit(
                        name(names, entry.getKey()),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(DutyRule::starts)
                                        .thenComparing(rule -> rule.id().toString()))
                                .map(rule -> row(rule, names))
                                .toList()))
                .sorted(Comparator.comparing(DutyTablePage.Unit::name))
                .toList();
    }

    private DutyTablePage.Rule row(DutyRule rule, Map<CareUnitId, CareUnit> names) {
        return new DutyTablePage.Rule(
                rule.id().toString(),
                rule.days().stream().sorted().toList(),
                rule.starts(),
                rule.ends(),
                rule.area(),
                Optional.ofNullable(rule.profession()).map(Enum::name).orElse(null),
                name(names, rule.to()),
                rule.validFrom().isAfter(today()) ? rule.validFrom().toString() : null,
                Optional.ofNullable(rule.validTo()).map(LocalDate::toString).orElse(null));
    }

    private static String name(Map<CareUnitId, CareUnit> names, CareUnitId unit) {
        return Optional.ofNullable(names.get(unit)).map(CareUnit::name).orElse("");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
