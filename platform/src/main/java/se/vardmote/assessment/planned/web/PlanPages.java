package se.vardmote.assessment.planned.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.StaffRole;
import se.vardmote.assessment.UnitSettings;
import se.vardmote.assessment.planned.CallingUnits;
import se.vardmote.assessment.planned.CallingUnits.Professional;
import se.vardmote.assessment.planned.Plan;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;

/** The form in which calls are planned, from either side. */
@Component
class PlanPages {
    private final CallingUnits units;
    private final Organisation organisation;
    private final UnitSettings settings;
    private final Clock clock;

    PlanPages(CallingUnits units, Organisation organisation, UnitSettings settings, Clock clock) {
        this.units = units;
        this.organisation = organisation;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who plans: a professional, or somebody at a device. @param device its name, or null */
    record Planner(String unit, @Nullable String device, PlanReader.Choices choices) {}

    Planner professional(StaffMember staff) {
        var choices = new PlanReader.Choices(null, units.answeredBy(staff.unit()), List.of(), staff.unit());
        return new Planner(staff.unitName(), null, choices);
    }

    Planner careWorker(EnrolledDevice device) {
        String unit = organisation.unit(device.unit()).map(CareUnit::name).orElse("");
        var choices = new PlanReader.Choices(device.unit(), List.of(), units.professionalsFor(device.unit()), null);
        return new Planner(unit, device.name(), choices);
    }

    ModelAndView empty(PlanKind kind, Planner planner) {
        return page(kind, planner, PlanForm.empty(UUID.randomUUID().toString()), Map.of());
    }

    /** The form again with what is wrong in it, or what comes of a plan. */
    ModelAndView read(
            PlanKind kind,
            Planner planner,
            PlanForm form,
            BiFunction<Plan, @Nullable Professional, ModelAndView> keep) {
        return switch (PlanReader.read(kind, form, planner.choices(), settings, clock.instant())) {
            case PlanReading.Refused(Map<String, String> errors) -> page(kind, planner, form, errors);
            case PlanReading.Read(Plan plan, Professional with) -> keep.apply(plan, with);
        };
    }

    private ModelAndView page(PlanKind kind, Planner planner, PlanForm form, Map<String, String> errors) {
        return new PlanPage(
                        kind,
                        planner.unit(),
                        planner.device(),
                        form,
                        planner.choices().homeUnits().stream()
                                .map(unit -> new PlanPage.Option(unit.id().toString(), unit.name(), null))
                                .toList(),
                        planner.choices().professionals().stream()
                                .map(Professional::staff)
                                .map(staff -> new PlanPage.Option(
                                        staff.id().toString(),
                                        staff.name(),
                                        staff.profession().name()))
                                .distinct()
                                .toList(),
                        settings.offeredBy(planner.choices().receivingOf(null)).stream()
                                .map(Enum::name)
                                .toList(),
                        StaffRole.LICENSED,
                        errors)
                .view();
    }
}
