package se.vardmote.ui;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.disturbances.Disturbance;
import se.vardmote.disturbances.Disturbance.Cause;
import se.vardmote.disturbances.Disturbance.Kind;
import se.vardmote.disturbances.Ranked;
import se.vardmote.disturbances.Step;
import se.vardmote.disturbances.Technique;
import se.vardmote.disturbances.web.DisturbancesPage;
import se.vardmote.disturbances.web.DisturbancesPage.One;
import se.vardmote.disturbances.web.ReportPage;
import se.vardmote.disturbances.web.Seen;

/** What does not work: the form, the list and one of it, in every state. */
final class SampleDisturbances {
    private static final String REMEDY = "Stäng Teams helt och ladda om sidan.";
    private static final Seen SEEN = new Seen("", "", "start", "820x1180", "busy", "on", "good", "available");

    private SampleDisturbances() {}

    static Map<String, ModelAndView> all() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        pages.put("disturbance", new ReportPage(SEEN, Map.of("PICTURE", REMEDY), SamplePages.NUMBERS, Map.of()).view());
        pages.put("disturbance-wrong", new ReportPage(SEEN, Map.of(), List.of(), Map.of("kind", "missing")).view());
        pages.put("disturbance-thanks", new ReportPage.Thanks("PICTURE", REMEDY, SamplePages.NUMBERS).view());
        pages.put("disturbance-thanks-unknown", new ReportPage.Thanks("SLOW", null, List.of()).view());
        pages.put("disturbances", new DisturbancesPage(rows(), 30, "", 1, true).view());
        pages.put("disturbances-empty", new DisturbancesPage(List.of(), 7, "SOLVED", 1, false).view());
        pages.put("disturbances-one", one(One.Form.EMPTY, Map.of(), List.of(step())));
        pages.put("disturbances-one-wrong", one(new One.Form("SOLVED", ""), Map.of("remedy", "missing"), List.of()));
        return pages;
    }

    private static List<Ranked> rows() {
        return List.of(
                row(Kind.PICTURE, Cause.CAMERA_BUSY, 128, 12, Step.State.WORKAROUND, REMEDY),
                row(Kind.SLOW, Cause.WEAK_CONNECTION, 40, 7, Step.State.ANALYSED, ""),
                row(Kind.SOUND, Cause.MICROPHONE_REFUSED, 3, 1, Step.State.SOLVED, "Ny inställning i MDM."),
                row(Kind.CANNOT_GET_IN, Cause.UNSUPPORTED_BROWSER, 1, 0, Step.State.REPORTED, ""));
    }

    private static Ranked row(Kind kind, Cause cause, int reports, int units, Step.State state, String remedy) {
        return new Ranked(
                new Disturbance(kind, cause),
                reports,
                units,
                SamplePages.NOW.minus(Duration.ofMinutes(reports)),
                state,
                remedy);
    }

    private static Step step() {
        return new Step(Step.State.WORKAROUND, REMEDY, "Signe Wall", SamplePages.NOW.minus(Duration.ofHours(3)));
    }

    private static ModelAndView one(One.Form form, Map<String, String> errors, List<Step> steps) {
        var room = new Technique(
                "EDGE", 150, true, "WINDOWS", "1920x1080", "room", "busy", "on", "good", "available", "1.0");
        var start = new Technique("OTHER", 0, false, "ANDROID", "", "start", "", "", "", "", "1.0");
        return new One(
                        rows().getFirst(),
                        steps,
                        List.of(
                                new One.Row("Hemtjänst Höllviken", room, SamplePages.NOW),
                                new One.Row(null, start, SamplePages.NOW.minus(Duration.ofDays(2)))),
                        form,
                        errors)
                .view();
    }
}
