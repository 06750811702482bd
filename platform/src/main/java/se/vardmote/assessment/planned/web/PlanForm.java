package se.vardmote.assessment.planned.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was typed, untouched. An absent field is an empty string. {@code homeUnit} is a unit's id or {@code code};
 * {@code professional} is a staff id; {@code reserveRegion} is the name of a {@code ReserveIssuer} or empty for a personal
 * number; {@code staffRole} is the name of a licensed {@code Profession} or empty for a care worker; {@code unit} is
 * {@code DAY} or {@code WEEK}; {@code protectedIdentity} is {@code yes} or empty.
 */
public record PlanForm(
        String plan,
        String homeUnit,
        String professional,
        String patientName,
        String identityNumber,
        String reserveRegion,
        String protectedIdentity,
        List<String> purposes,
        String reason,
        String staffName,
        String staffPhone,
        String staffRole,
        String channel,
        String date,
        String time,
        String times,
        String every,
        String unit) {

    public PlanForm {
        plan = typed(plan);
        homeUnit = typed(homeUnit);
        professional = typed(professional);
        patientName = typed(patientName);
        identityNumber = typed(identityNumber);
        reserveRegion = typed(reserveRegion);
        protectedIdentity = typed(protectedIdentity);
        purposes = purposes == null ? List.of() : List.copyOf(purposes);
        reason = typed(reason);
        staffName = typed(staffName);
        staffPhone = typed(staffPhone);
        staffRole = typed(staffRole);
        channel = typed(channel);
        date = typed(date);
        time = typed(time);
        times = typed(times);
        every = typed(every);
        unit = typed(unit);
    }

    /** The empty form with the key that makes a double tap one plan. */
    public static PlanForm empty(String plan) {
        return new PlanForm(
                plan,
                "",
                "",
                "",
                "",
                "",
                "",
                List.of("ASSESSMENT"),
                "",
                "",
                "",
                "",
                "TELEPHONE",
                "",
                "",
                "1",
                "1",
                "WEEK");
    }

    @Override
    public String toString() {
        return "PlanForm[" + plan + "]";
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
