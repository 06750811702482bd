package se.vardmote.assessment.planned.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.assessment.planned.CallingUnits;
import se.vardmote.assessment.planned.Plan;

/** What came of reading a plan: what is to be planned, or what is wrong at which field. */
sealed interface PlanReading {

    /** @param with whom the care worker has agreed; null when the professional plans */
    record Read(Plan plan, CallingUnits.@Nullable Professional with) implements PlanReading {}

    /** @param errors field name → stable refusal code; never holds what was typed */
    record Refused(Map<String, String> errors) implements PlanReading {}
}
