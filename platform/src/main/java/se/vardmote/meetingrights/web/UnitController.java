package se.vardmote.meetingrights.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.meetingrights.UnitOfTheHead;
import se.vardmote.organisation.meetingright.MeetingPolicies;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.StaffId;

/** The head's page on the unit: training, the right to digital meetings for some days, which kinds of care suit (R2-20, R2-21). */
@Controller
@RequestMapping(UnitController.PAGE)
class UnitController {
    static final String PAGE = "/enheten";
    private final UnitOfTheHead unit;
    private final MeetingPolicies policies;

    UnitController(UnitOfTheHead unit, MeetingPolicies policies) {
        this.unit = unit;
        this.policies = policies;
    }

    @GetMapping
    ModelAndView page(StaffMember head, @RequestParam(name = "sparat", defaultValue = "") String kept) {
        Set<CallReason> suitable = unit.suitable(head).orElse(Set.of());
        return new UnitPage(
                        head.unitName(),
                        unit.staff(head),
                        unit.given(head),
                        names(Set.of(CallReason.values())),
                        names(suitable),
                        unit.suitable(head).isPresent(),
                        policies.of(head.careProvider()).asksForRight(unit.today()),
                        kept.equals("ja"),
                        unit.today())
                .view();
    }

    @PostMapping("/lampligt")
    ModelAndView keepSuitable(StaffMember head, @RequestParam(defaultValue = "") List<String> suits) {
        unit.keepSuitable(
                head,
                Arrays.stream(CallReason.values())
                        .filter(reason -> suits.contains(reason.name()))
                        .collect(Collectors.toSet()));
        return SeeOther.to(PAGE + "?sparat=ja");
    }

    @GetMapping("/{person}/tillfallig-ratt")
    ModelAndView someDays(StaffMember head, @PathVariable String person) {
        String latest = latest().toString();
        return form(head, StaffId.of(person), latest, "", Map.of());
    }

    @PostMapping("/{person}/tillfallig-ratt")
    ModelAndView give(
            StaffMember head,
            @PathVariable String person,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String reason) {
        StaffId id = StaffId.of(person);
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate last = day(lastDay, errors);
        if (last != null && (last.isBefore(unit.today()) || last.isAfter(latest()))) errors.put("lastDay", "seven");
        errors.putAll(Views.reasonErrors(reason));
        if (last == null || !errors.isEmpty()) return form(head, id, lastDay, reason, errors);
        return unit.give(head, id, last, reason.strip()).isPresent()
                ? form(head, id, lastDay, reason, Map.of("lastDay", "refused"))
                : SeeOther.to(PAGE + "?sparat=ja");
    }

    private ModelAndView form(StaffMember head, StaffId id, String lastDay, String reason, Map<String, String> errors) {
        UnitOfTheHead.Line line = unit.person(head, id);
        return new SomeDaysPage(
                        id.toString(),
                        line.staff().name(),
                        line.training(),
                        unit.refusal(head, line).map(Enum::name).orElse(null),
                        unit.today(),
                        latest(),
                        lastDay,
                        reason,
                        errors)
                .view();
    }

    private LocalDate latest() {
        return unit.today().plusDays(UnitOfTheHead.MOST_DAYS - 1);
    }

    private static List<String> names(Set<CallReason> reasons) {
        return Arrays.stream(CallReason.values())
                .filter(reasons::contains)
                .map(Enum::name)
                .toList();
    }

    private static @Nullable LocalDate day(String typed, Map<String, String> errors) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            errors.put("lastDay", typed.isBlank() ? "missing" : "date");
            return null;
        }
    }
}
