package se.vardmote.assessment.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.vardmote.assessment.duty.DutyRule;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DutyRuleId;
import se.vardmote.vocabulary.Profession;

/** Reads a rule field by field, so that every wrong field is named at once. */
final class DutyRuleReader {
    private final DutyRuleForm form;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private DutyRuleReader(DutyRuleForm form) {
        this.form = form;
    }

    /** What a form says, or what is wrong: field name → refusal code. */
    record Reading(@Nullable DutyRule rule, Map<String, String> errors) {}

    /**
     * @param places {@code from} of the form → the unit, of those that may be chosen
     * @param receivers units that may answer
     */
    static Reading read(DutyRuleForm form, Map<String, CareUnitId> places, Set<CareUnitId> receivers) {
        return new DutyRuleReader(form).read(places, receivers);
    }

    private Reading read(Map<String, CareUnitId> places, Set<CareUnitId> receivers) {
        CareUnitId from = places.get(form.from());
        if (from == null) errors.put("from", "missing");
        Optional<CareUnitId> to = receivers.stream()
                .filter(unit -> unit.toString().equals(form.to()))
                .findFirst();
        if (to.isEmpty()) errors.put("to", "missing");
        if (days().isEmpty()) errors.put("days", "missing");
        LocalTime starts = field("starts", form.starts().replace('.', ':'), LocalTime::parse);
        LocalTime ends = field("ends", form.ends().replace('.', ':'), LocalTime::parse);
        LocalDate validFrom = field("validFrom", form.validFrom(), LocalDate::parse);
        LocalDate validTo = form.validTo().isEmpty() ? null : field("validTo", form.validTo(), LocalDate::parse);
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) errors.put("validTo", "before");
        if (!errors.isEmpty() || from == null || starts == null || ends == null || validFrom == null)
            return new Reading(null, errors);
        return new Reading(
                new DutyRule(
                        id(), from, area(), profession(), days(), starts, ends, to.orElseThrow(), validFrom, validTo),
                errors);
    }

    private DutyRuleId id() {
        return form.rule().isEmpty() ? DutyRuleId.next() : DutyRuleId.of(form.rule());
    }

    private @Nullable String area() {
        int bar = form.from().indexOf('|');
        return bar < 0 ? null : form.from().substring(bar + 1);
    }

    private @Nullable Profession profession() {
        return Arrays.stream(Profession.values())
                .filter(profession -> profession.name().equals(form.profession()))
                .findFirst()
                .orElse(null);
    }

    private Set<DayOfWeek> days() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> form.days().contains(day.name()))
                .collect(Collectors.toSet());
    }

    private <T> @Nullable T field(String name, String typed, Function<String, T> parse) {
        try {
            return parse.apply(typed);
        } catch (DateTimeException notOne) {
            errors.put(name, typed.isEmpty() ? "missing" : "form");
            return null;
        }
    }
}
