package se.vardmote.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.accesslog.Limits;
import se.vardmote.accesslog.LogExtract;
import se.vardmote.accesslog.LogReview;
import se.vardmote.accesslog.web.LogExtractPage;
import se.vardmote.accesslog.web.LogReviewPage;
import se.vardmote.accesslog.web.LogReviewPage.Group;
import se.vardmote.accesslog.web.LogReviewPage.Row;
import se.vardmote.accesslog.web.LogReviewsPage;
import se.vardmote.audit.Activity;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.LogReviewId;

/** Reviews of readings, and the extract, in every state. */
final class SampleAccessLog {
    static final SignedIn HEAD =
            new SignedIn("Disa Holmqvist", "NURSE", "Sjuksköterskor dag", "SITHS", true, false, false, true);
    private static final String UNIT = "Sjuksköterskor dag";
    private static final LogReviewsPage.Form WEEK = new LogReviewsPage.Form("2026-05-04", "2026-05-10");

    private SampleAccessLog() {}

    static Map<String, ModelAndView> all() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        var followed = conclusion(LogReview.Outcome.FOLLOWED_UP, "Pratar med berörda på nästa träff.");
        var sound = conclusion(LogReview.Outcome.WITHOUT_REMARK, "");
        pages.put(
                "log-reviews",
                new LogReviewsPage(UNIT, List.of(review(null), review(followed), review(sound)), WEEK, Map.of())
                        .view());
        pages.put(
                "log-reviews-empty",
                new LogReviewsPage(UNIT, List.of(), WEEK, Map.of("from", "missing", "to", "not-over")).view());
        pages.put("log-review", one(review(null), groups(), Map.of()));
        pages.put("log-review-wrong", one(review(null), groups(), Map.of("outcome", "missing", "words", "missing")));
        pages.put("log-review-concluded", one(review(followed), groups(), Map.of()));
        pages.put("log-review-empty", one(review(null), List.of(), Map.of()));
        pages.put("log-extract-form", new LogExtractPage(LogExtractPage.Form.EMPTY, Map.of()).view());
        pages.put(
                "log-extract-form-wrong",
                new LogExtractPage(
                                new LogExtractPage.Form("19121212-1212", ""),
                                Map.of("identity", "nobody", "ground", "missing"))
                        .view());
        pages.put(
                "log-extract",
                extract(
                        List.of(
                                new LogExtract.Row(
                                        UNIT, Activity.READ, SamplePages.NOW.minus(Duration.ofHours(2)), null),
                                new LogExtract.Row(
                                        "Hemtjänst Höllviken",
                                        Activity.EMERGENCY_OPEN,
                                        SamplePages.NOW.minus(Duration.ofHours(3)),
                                        AccessGround.EMERGENCY_UNBLOCKED),
                                new LogExtract.Row(
                                        "", Activity.PRINT, SamplePages.NOW.minus(Duration.ofDays(40)), null)),
                        false));
        pages.put("log-extract-empty", extract(List.of(), true));
        return pages;
    }

    private static ModelAndView extract(List<LogExtract.Row> rows, boolean complete) {
        return new LogExtractPage.Made(
                        new LogExtract("19121212-1212", "Vellinge kommun", rows, complete),
                        SamplePages.NOW,
                        "Disa Holmqvist")
                .view();
    }

    private static ModelAndView one(LogReview review, List<Group> groups, Map<String, String> errors) {
        return new LogReviewPage(UNIT, review, groups, LogReviewPage.Form.EMPTY, errors).view();
    }

    private static List<Group> groups() {
        return List.of(
                new Group(
                        "SAMPLE",
                        214,
                        List.of(
                                row("Noor Sandgren", "Tolvan Tolvansson", "note", false, null, 1, null),
                                row("Lo Stråle", SamplePages.LONG_NAME, "drop-in", true, null, 14, null))),
                new Group(
                        "MANY_PATIENTS", 1, List.of(row("Lo Stråle", "Tolvan Tolvansson", "note", false, null, 1, 23))),
                new Group("ODD_HOURS", 1, List.of(row("Noor Sandgren", null, "history", false, null, 3, null))),
                new Group(
                        "PROTECTED_IDENTITY",
                        1,
                        List.of(row("Noor Sandgren", "Skyddad uppgift", "protected-identity", false, null, 1, null))),
                new Group(
                        "SAME_SURNAME",
                        1,
                        List.of(row("Noor Sandgren", "Tolvan Tolvansson", "picture", false, null, 1, null))),
                new Group(
                        "OTHER_GROUND",
                        2,
                        List.of(
                                row(
                                        "Noor Sandgren",
                                        "Tolvan Tolvansson",
                                        "history",
                                        false,
                                        "search-by-identity",
                                        1,
                                        null),
                                row(
                                        "Noor Sandgren",
                                        "Tolvan Tolvansson",
                                        "note",
                                        false,
                                        "stated.asked-by-colleague",
                                        1,
                                        null))),
                new Group("REFUSED", 1, List.of(row("Lo Stråle", null, "note", false, "no-relation", 2, null))));
    }

    private static Row row(
            String who,
            @Nullable String patient,
            String kind,
            boolean list,
            @Nullable String ground,
            int times,
            @Nullable Integer patients) {
        var at = SamplePages.NOW.minus(Duration.ofDays(5));
        return new Row(
                who,
                patient,
                kind.equals("history") && patient == null,
                kind,
                "READ",
                list,
                ground,
                ground != null && ground.startsWith("stated.") ? "Nattpersonalen bad mig om hjälp med såret." : null,
                at,
                at.plus(Duration.ofMinutes(20)),
                times,
                patients);
    }

    private static LogReview.Conclusion conclusion(LogReview.Outcome outcome, String words) {
        return new LogReview.Conclusion(outcome, words, SamplePages.NOW.minus(Duration.ofDays(1)), "Disa Holmqvist");
    }

    private static LogReview review(LogReview.@Nullable Conclusion conclusion) {
        return new LogReview(
                LogReviewId.next(),
                CareProviderId.next(),
                CareUnitId.next(),
                LocalDate.of(2026, 5, 4),
                LocalDate.of(2026, 5, 10),
                7,
                new Limits(20, 10, 15, LocalTime.of(6, 0), LocalTime.of(21, 0)),
                214,
                SamplePages.NOW.minus(Duration.ofDays(1)),
                "Disa Holmqvist",
                conclusion);
    }
}
