package se.vardmote.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.assessment.StaffRole;
import se.vardmote.assessment.planned.web.ArrivalPage;
import se.vardmote.assessment.planned.web.AwaitedPage;
import se.vardmote.assessment.planned.web.GuestForm;
import se.vardmote.assessment.planned.web.GuestsPart;
import se.vardmote.assessment.planned.web.PlanForm;
import se.vardmote.assessment.planned.web.PlanKind;
import se.vardmote.assessment.planned.web.PlanPage;
import se.vardmote.assessment.planned.web.PlannedCallPage;
import se.vardmote.assessment.planned.web.PlannedListPage;
import se.vardmote.vocabulary.CallReason;

/** Planned calls, from both sides, in every state. */
final class SamplePlans {
    private static final Instant NOW = SamplePages.NOW;
    private static final List<String> REASONS =
            Arrays.stream(CallReason.values()).map(Enum::name).toList();
    private static final List<ArrivalPage.Number> NUMBERS =
            List.of(new ArrivalPage.Number("Sjuksköterskor kväll/natt", "+46406280401"));

    private SamplePlans() {}

    static AwaitedPage awaited() {
        return new AwaitedPage(List.of(
                new AwaitedPage.Row(
                        "1", "Kim Ekdal", "+46701740605", "Tolvan Tolvansson", "123456", NOW.plusSeconds(500)),
                new AwaitedPage.Row(
                        "2",
                        SamplePages.LONG_NAME,
                        "+46701740606",
                        SamplePages.LONG_NAME,
                        "098765",
                        NOW.plusSeconds(60))));
    }

    static Map<String, ModelAndView> ofAnybody() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        pages.put("plan-device", plan(PlanKind.BY_CARE_WORKER, PlanForm.empty("1"), Map.of()));
        pages.put(
                "plan-device-wrong",
                plan(
                        PlanKind.BY_CARE_WORKER,
                        PlanForm.empty("1"),
                        Map.of("professional", "missing", "date", "past", "reason", "missing")));
        pages.put("arrival", arrival("", null, Map.of(), null));
        pages.put("arrival-wrong", arrival("19121212-1213", null, Map.of("identityNumber", "wrong"), null));
        pages.put(
                "arrival-locked",
                arrival("19121212-1213", null, Map.of("identityNumber", "locked"), NOW.plus(Duration.ofMinutes(9))));
        pages.put(
                "arrival-too-many",
                new ArrivalPage(
                                new ArrivalPage.Way("/bedomningssamtal/kod/person", "/bedomningssamtal/kod/knacka"),
                                null,
                                "123456",
                                "19121212-1212",
                                null,
                                Map.of("identityNumber", "code-locked"),
                                null,
                                NUMBERS)
                        .view());
        pages.put("arrival-known", arrival("19121212-1212", patient("Kim Ekdal"), Map.of(), null));
        pages.put(
                "arrival-known-wrong",
                arrival("19121212-1212", patient(""), Map.of("staffName", "name-missing"), null));
        pages.put("arrival-by-code", ArrivalPage.asked("123456", NUMBERS).view());
        return pages;
    }

    static Map<String, ModelAndView> ofTheProfessional() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        pages.put("plan", plan(PlanKind.AHEAD, PlanForm.empty("1"), Map.of()));
        pages.put(
                "plan-wrong",
                plan(
                        PlanKind.AHEAD,
                        PlanForm.empty("1"),
                        Map.of("times", "range", "every", "range", "identityNumber", "identity-check-digit")));
        pages.put("plan-now", plan(PlanKind.NOW, PlanForm.empty("1"), Map.of()));
        pages.put("planned", list(true));
        pages.put("planned-empty", list(false));
        pages.put("planned-call", call("PLANNED", null, "planned", Map.of()));
        pages.put("planned-call-code", call("PLANNED", "123456", null, Map.of("time", "past")));
        pages.put("planned-call-cancelled", call("CANCELLED", null, "cancelled", Map.of()));
        pages.put("awaited-fragment", awaited().view());
        return pages;
    }

    private static ModelAndView plan(PlanKind kind, PlanForm form, Map<String, String> errors) {
        boolean device = !kind.byProfessional();
        return new PlanPage(
                        kind,
                        device ? "Hemtjänst Höllviken" : "Sjuksköterskor kväll/natt",
                        device ? "iPad 07" : null,
                        form,
                        device ? List.of() : List.of(new PlanPage.Option("1", "Hemtjänst Höllviken", null)),
                        device
                                ? List.of(
                                        new PlanPage.Option("noor", "Noor Sandgren", "NURSE"),
                                        new PlanPage.Option("alva", "Alva Brink", "PHYSIOTHERAPIST"))
                                : List.of(),
                        REASONS,
                        StaffRole.LICENSED,
                        errors)
                .view();
    }

    private static ArrivalPage.Patient patient(String staffName) {
        return new ArrivalPage.Patient(
                "Tolvan Tolvansson",
                "TRAINING",
                "Alva Brink",
                staffName,
                "070-174 06 05",
                "DISTRICT_NURSE",
                StaffRole.LICENSED);
    }

    private static ModelAndView arrival(
            String number,
            ArrivalPage.@Nullable Patient patient,
            Map<String, String> errors,
            @Nullable Instant lockedUntil) {
        return new ArrivalPage(
                        new ArrivalPage.Way("/bedomningssamtal/planerat/1", "/bedomningssamtal/planerat/1/knacka"),
                        new ArrivalPage.Planned(
                                NOW.plus(Duration.ofMinutes(4)), "A37", "Alva Brink", "PHYSIOTHERAPIST"),
                        "",
                        number,
                        patient,
                        errors,
                        lockedUntil,
                        NUMBERS)
                .view();
    }

    private static ModelAndView list(boolean full) {
        var rows = List.of(
                new PlannedListPage.Row(
                        "1",
                        NOW.plus(Duration.ofHours(2)),
                        "A37",
                        "TRAINING",
                        "Tolvan Tolvansson",
                        "Alva Brink",
                        "Hemtjänst Höllviken"),
                new PlannedListPage.Row(
                        "2",
                        NOW.plus(Duration.ofDays(9)),
                        "B24",
                        "WOUND",
                        SamplePages.LONG_NAME,
                        "Noor Sandgren",
                        null));
        return new PlannedListPage("Rehab", full ? rows : List.of(), full ? "/planerade?efter=1" : null).view();
    }

    private static ModelAndView call(
            String state, @Nullable String code, @Nullable String notice, Map<String, String> errors) {
        return new PlannedCallPage(
                        "1",
                        "A37",
                        NOW.plus(Duration.ofDays(2)),
                        state,
                        "TRAINING",
                        List.of("ASSESSMENT", "FOLLOW_UP"),
                        "Tolvan Tolvansson",
                        "19121212-1212",
                        false,
                        "Alva Brink",
                        "Kim Ekdal",
                        "+46701740605",
                        "DISTRICT_NURSE",
                        "TELEPHONE",
                        "Hemtjänst Höllviken",
                        false,
                        3,
                        code == null ? null : new PlannedCallPage.Code(code, NOW.plus(Duration.ofMinutes(10))),
                        "2026-05-14",
                        "14:26",
                        errors,
                        notice,
                        guests(errors.isEmpty()))
                .view();
    }

    private static GuestsPart guests(boolean sound) {
        var patient = new GuestsPart.Guest(
                "1",
                "PATIENT",
                null,
                "070-174 06 05",
                "E_ID",
                false,
                "SENT",
                NOW.minusSeconds(60),
                true,
                new PlannedCallPage.Code("123456", NOW.plusSeconds(300)));
        var relative = new GuestsPart.Guest(
                "2", "RELATIVE", "Maria Provberg", null, "NOT_IDENTIFIED", true, null, null, false, null);
        var late = new GuestsPart.Guest(
                "3",
                "RELATIVE",
                "Elsa Provdotter",
                "elsa@example.se",
                "ONE_TIME_CODE",
                false,
                "FAILED",
                NOW,
                true,
                null);
        Map<String, String> errors = sound
                ? Map.of()
                : Map.of("guestName", "name-missing", "address", "phone-not-mobile", "saidNo", "cannot-send");
        return new GuestsPart(
                List.of(patient, relative, late),
                false,
                GuestForm.EMPTY,
                errors,
                sound ? "https://vardmote.example/m/AAAAAAAAAAAAAAAAAAAAAA" : null,
                sound ? null : NOW.plusSeconds(600));
    }
}
