package se.vardmote.assessment.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.vardmote.assessment.duty.DutyRule;

/**
 * A rule of the duty table as typed; an absent field is empty.
 *
 * @param rule id of the rule that is changed; empty for a new one
 * @param from id of a unit, with {@code |} and the area when the rule is for one area only
 * @param profession name of a {@code Profession}; empty for whoever is on duty
 * @param days names of {@code DayOfWeek}
 * @param starts {@code 22:00}
 * @param validTo a date, or empty
 */
public record DutyRuleForm(
        String rule,
        String from,
        String profession,
        List<String> days,
        String starts,
        String ends,
        String to,
        String validFrom,
        String validTo) {

    public DutyRuleForm {
        rule = typed(rule);
        from = typed(from);
        profession = typed(profession);
        days = days == null ? List.of() : List.copyOf(days);
        starts = typed(starts);
        ends = typed(ends);
        to = typed(to);
        validFrom = typed(validFrom);
        validTo = typed(validTo);
    }

    /** Every day round the clock, from today on. */
    static DutyRuleForm empty(String today) {
        List<String> all = Arrays.stream(DayOfWeek.values()).map(Enum::name).toList();
        return new DutyRuleForm("", "", "", all, "00:00", "00:00", "", today, "");
    }

    static DutyRuleForm of(DutyRule rule) {
        return new DutyRuleForm(
                rule.id().toString(),
                place(rule.from().toString(), rule.area()),
                rule.profession() == null ? "" : rule.profession().name(),
                rule.days().stream().sorted().map(Enum::name).toList(),
                rule.starts().toString(),
                rule.ends().toString(),
                rule.to().toString(),
                rule.validFrom().toString(),
                rule.validTo() == null ? "" : rule.validTo().toString());
    }

    /** The same for a rule of another id. */
    DutyRuleForm as(String id) {
        return new DutyRuleForm(id, from, profession, days, starts, ends, to, validFrom, validTo);
    }

    static String place(String unit, @Nullable String area) {
        return area == null ? unit : unit + "|" + area;
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
