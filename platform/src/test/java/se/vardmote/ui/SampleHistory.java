package se.vardmote.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.assessment.web.HistoryPage;
import se.vardmote.assessment.web.HoldsPage;
import se.vardmote.assessment.web.PastCallPage;
import se.vardmote.clients.Client;
import se.vardmote.journal.RightPatient;
import se.vardmote.portal.web.RetentionPage;
import se.vardmote.retention.PurgeRuns;

/** The history, one call of it, what is held, and how long it is kept, in every state. */
final class SampleHistory {
    private static final Instant NOW = SamplePages.NOW;
    private static final HistoryPage.Form NO_SEARCH = new HistoryPage.Form("", "", "", "", "");
    private static final Client.Shown TOLVAN = new Client.Shown("Tolvan Tolvansson", "19121212-1212");
    private static final Client.Shown HIDDEN = new Client.Shown("Skyddad uppgift", "");
    private static final List<RightPatient.Move> MOVES = List.of(
            new RightPatient.Move(true, NOW.minus(Duration.ofDays(9)), "Noor Sandgren", NOW.minus(Duration.ofDays(8))),
            new RightPatient.Move(
                    false, NOW.minus(Duration.ofDays(3)), "Noor Sandgren", NOW.minus(Duration.ofDays(2))));
    private static final PastCallPage.HoldForm NO_HOLD = new PastCallPage.HoldForm("", "", "");

    private SampleHistory() {}

    static Map<String, ModelAndView> all() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        pages.put("history", history(NO_SEARCH, null, List.of(), calls(), "/historik?fore=1", Map.of()));
        pages.put("history-empty", history(NO_SEARCH, null, List.of(), List.of(), null, Map.of()));
        pages.put(
                "history-person",
                history(
                        new HistoryPage.Form("2026-01-01", "", "FALL", "0197", ""),
                        TOLVAN,
                        MOVES,
                        calls(),
                        null,
                        Map.of()));
        pages.put(
                "history-person-protected",
                history(new HistoryPage.Form("", "", "", "0197", ""), HIDDEN, List.of(), calls(), null, Map.of()));
        pages.put(
                "history-wrong",
                history(
                        new HistoryPage.Form("i går", "", "", "", "191212"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        Map.of("from", "date", "identity", "identity-length")));
        pages.put(
                "past-call",
                past(new PastCallPage.Content(null, LocalDate.of(2026, 7, 10), false), List.of(), Map.of()));
        pages.put("past-call-protected", protectedCall());
        pages.put(
                "past-call-gone",
                past(
                        new PastCallPage.Content(Instant.parse("2026-04-11T22:03:00Z"), null, false),
                        holds(false),
                        Map.of()));
        pages.put(
                "past-call-held",
                past(new PastCallPage.Content(null, LocalDate.of(2026, 4, 10), true), holds(true), Map.of()));
        pages.put(
                "past-call-hold-wrong",
                past(
                        new PastCallPage.Content(null, LocalDate.of(2026, 7, 10), false),
                        List.of(),
                        Map.of("reason", "missing", "why", "missing", "lastDay", "date")));
        pages.put(
                "retention", new RetentionPage(run(PurgeRuns.Outcome.DONE), run(PurgeRuns.Outcome.DONE), false).view());
        pages.put("retention-failing", new RetentionPage(run(PurgeRuns.Outcome.FAILED), null, true).view());
        pages.put("retention-new", new RetentionPage(null, null, false).view());
        return pages;
    }

    static Map<String, ModelAndView> ofTheAdministrator() {
        var row = new HoldsPage.Row(
                "0197d",
                NOW.minus(Duration.ofDays(70)),
                "Sjuksköterskor kväll/natt",
                "INCIDENT",
                NOW.minus(Duration.ofDays(12)),
                "Noor Sandgren",
                LocalDate.of(2026, 9, 30));
        return Map.of(
                "holds", new HoldsPage("Vellinge kommun", List.of(row), "lifted").view(),
                "holds-empty", new HoldsPage("Vellinge kommun", List.of(), null).view());
    }

    private static ModelAndView history(
            HistoryPage.Form form,
            Client.@Nullable Shown person,
            List<RightPatient.Move> moves,
            List<HistoryPage.Row> calls,
            @Nullable String next,
            Map<String, String> errors) {
        return new HistoryPage("Sjuksköterskor kväll/natt", form, person, moves, calls, next, errors).view();
    }

    private static List<HistoryPage.Row> calls() {
        return IntStream.range(0, 6).mapToObj(i -> row(i, i > 3)).toList();
    }

    private static HistoryPage.Row row(int i, boolean gone) {
        List<String> outcomes = List.of("DIGITAL", "HOME_VISIT", "OTHER_WAY", "WITHDRAWN");
        List<String> reasons = List.of("FALL", "DOSE_BAGS", "AID_ASSESSMENT");
        String outcome = outcomes.get(i % 4);
        return new HistoryPage.Row(
                "0197" + i,
                NOW.minus(Duration.ofDays(15L * i)).minusSeconds(4_000),
                i == 2 ? null : "Hemtjänst natt",
                reasons.get(i % 3),
                outcome.equals("WITHDRAWN") ? null : "Noor Sandgren",
                outcome,
                gone);
    }

    private static ModelAndView past(
            PastCallPage.Content content, List<PastCallPage.HoldRow> holds, Map<String, String> errors) {
        return new PastCallPage(
                        row(0, content.goneAt() != null),
                        TOLVAN,
                        null,
                        content,
                        "/anteckning/1",
                        content.goneAt() == null ? List.of() : List.of(PastCallPage.Left.values()),
                        holds,
                        NO_HOLD,
                        errors)
                .view();
    }

    private static ModelAndView protectedCall() {
        var content = new PastCallPage.Content(null, LocalDate.of(2026, 7, 10), false);
        return new PastCallPage(
                        row(0, false), HIDDEN, null, content, "/anteckning/1", List.of(), List.of(), NO_HOLD, Map.of())
                .view();
    }

    private static List<PastCallPage.HoldRow> holds(boolean inForce) {
        return List.of(new PastCallPage.HoldRow(
                "0197e",
                "POLICE",
                NOW.minus(Duration.ofDays(80)),
                "Noor Sandgren",
                LocalDate.of(2026, inForce ? 9 : 3, 30),
                null,
                null,
                inForce));
    }

    private static PurgeRuns.Day run(PurgeRuns.Outcome outcome) {
        return new PurgeRuns.Day(LocalDate.of(2026, 5, 12), NOW.minusSeconds(300), NOW.minusSeconds(298), outcome, 14);
    }
}
