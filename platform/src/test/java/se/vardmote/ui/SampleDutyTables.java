package se.vardmote.ui;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.assessment.web.DutyRuleForm;
import se.vardmote.assessment.web.DutyTablePage;

/** The duty table in every state. */
final class SampleDutyTables {
    private static final List<DayOfWeek> ALL = Arrays.asList(DayOfWeek.values());
    private static final List<DutyTablePage.Option> UNITS = List.of(
            new DutyTablePage.Option("1", "Sjuksköterskor dag · Vellinge kommun"),
            new DutyTablePage.Option("2", "Sjuksköterskor kväll och natt · Vellinge kommun"));

    private SampleDutyTables() {}

    static Map<String, ModelAndView> all() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        var empty = form("", "");
        pages.put("duty-table", page(units(), empty, Map.of(), "kept").view());
        pages.put(
                "duty-table-wrong",
                page(units(), form("", "25:61"), Map.of("from", "missing", "starts", "form", "to", "missing"), null)
                        .view());
        pages.put(
                "duty-table-change",
                page(units(), form("a", "22:00"), Map.of(), null).view());
        pages.put(
                "duty-table-empty",
                new DutyTablePage(
                                "Vellinge kommun",
                                List.of(),
                                List.of(),
                                0,
                                List.of(),
                                UNITS,
                                List.of(),
                                UNITS,
                                empty,
                                Map.of(),
                                null)
                        .view());
        return pages;
    }

    private static DutyTablePage page(
            List<DutyTablePage.Unit> units, DutyRuleForm form, Map<String, String> errors, @Nullable String notice) {
        return new DutyTablePage(
                "Vellinge kommun",
                SampleDays.gaps(),
                SampleDays.missing(),
                2,
                units,
                UNITS,
                List.of("NURSE", "PHYSIOTHERAPIST"),
                UNITS,
                form,
                errors,
                notice);
    }

    private static DutyRuleForm form(String id, String starts) {
        return new DutyRuleForm(id, "1", "", List.of("MONDAY", "TUESDAY"), starts, "07:00", "", "2026-05-12", "");
    }

    private static List<DutyTablePage.Unit> units() {
        return List.of(
                new DutyTablePage.Unit(
                        "Hemtjänst Höllviken",
                        List.of(
                                rule("a", ALL, "22:00", "07:00", null, null, null),
                                rule(
                                        "b",
                                        ALL.subList(0, 5),
                                        "08:00",
                                        "16:00",
                                        "PHYSIOTHERAPIST",
                                        "Höllviken",
                                        "2026-06-30"),
                                rule("c", ALL.subList(5, 7), "00:00", "00:00", null, null, null))),
                new DutyTablePage.Unit("SÄBO Postiljonen", List.of()));
    }

    private static DutyTablePage.Rule rule(
            String id,
            List<DayOfWeek> days,
            String starts,
            String ends,
            @Nullable String profession,
            @Nullable String area,
            @Nullable String until) {
        return new DutyTablePage.Rule(
                id,
                days,
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                area,
                profession,
                "Sjuksköterskor dag",
                null,
                until);
    }
}
