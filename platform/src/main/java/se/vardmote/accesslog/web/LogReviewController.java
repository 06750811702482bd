package se.vardmote.accesslog.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.accesslog.LogReview;
import se.vardmote.accesslog.Pick;
import se.vardmote.accesslog.Reviewing;
import se.vardmote.accesslog.Rule;
import se.vardmote.audit.Accessed;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.LogReviewId;

/** The head of a unit reviews what its staff have read (patientdatalagen 4:3). */
@Controller
@RequestMapping("/loggranskning")
class LogReviewController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Reviewing reviewing;
    private final Clock clock;

    LogReviewController(Reviewing reviewing, Clock clock) {
        this.reviewing = reviewing;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(StaffMember head) {
        return list(head, LogReviewsPage.lastWeek(today()), Map.of());
    }

    @PostMapping
    ModelAndView begin(
            StaffMember head,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate first = day("from", from, errors);
        LocalDate last = day("to", to, errors);
        if (first != null && last != null) check(first, last, errors);
        if (first == null || last == null || !errors.isEmpty())
            return list(head, new LogReviewsPage.Form(from, to), errors);
        return reviewing
                .begin(head, first, last)
                .map(id -> SeeOther.to("/loggranskning/" + id))
                .orElseGet(() -> list(head, new LogReviewsPage.Form(from, to), Map.of("to", "too-many")));
    }

    @GetMapping("/{review}")
    ModelAndView one(StaffMember head, @PathVariable("review") String id) {
        return page(head, LogReviewId.of(id), LogReviewPage.Form.EMPTY, Map.of());
    }

    @PostMapping("/{review}")
    ModelAndView conclude(
            StaffMember head,
            @PathVariable("review") String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words) {
        Optional<LogReview.Outcome> chosen = Arrays.stream(LogReview.Outcome.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst();
        Map<String, String> errors = new LinkedHashMap<>();
        if (chosen.isEmpty()) errors.put("outcome", "missing");
        if (chosen.filter(LogReview.Outcome.FOLLOWED_UP::equals).isPresent()
                && words.strip().isEmpty()) errors.put("words", "missing");
        if (words.length() > LogReview.Conclusion.LONGEST) errors.put("words", "too-long");
        if (!errors.isEmpty()) return page(head, LogReviewId.of(id), new LogReviewPage.Form(outcome, words), errors);
        reviewing.conclude(head, LogReviewId.of(id), chosen.orElseThrow(), words.strip());
        return SeeOther.to("/loggranskning/" + id);
    }

    private ModelAndView list(StaffMember head, LogReviewsPage.Form form, Map<String, String> errors) {
        return new LogReviewsPage(head.unitName(), reviewing.of(head), form, errors).view();
    }

    private ModelAndView page(StaffMember head, LogReviewId id, LogReviewPage.Form form, Map<String, String> errors) {
        Reviewing.Shown shown = reviewing.show(head, id);
        List<LogReviewPage.Group> groups = Arrays.stream(Rule.values())
                .map(rule -> group(rule, shown))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new LogReviewPage(head.unitName(), shown.review(), groups, form, errors).view();
    }

    private static LogReviewPage.Group group(Rule rule, Reviewing.Shown shown) {
        List<Pick> picks =
                shown.picks().stream().filter(pick -> pick.rule() == rule).toList();
        return new LogReviewPage.Group(
                rule.name(),
                picks.isEmpty() ? 0 : picks.getFirst().found(),
                picks.stream().map(pick -> row(pick, shown)).toList());
    }

    private static LogReviewPage.Row row(Pick pick, Reviewing.Shown shown) {
        Accessed reading = pick.reading();
        String patient = reading.client() == null ? null : shown.patients().get(reading.client());
        return new LogReviewPage.Row(
                shown.reader(reading),
                patient,
                reading.client() != null && patient == null,
                reading.objectType(),
                reading.activity().name(),
                reading.inAList(),
                reading.ground(),
                shown.reason(reading).orElse(null),
                reading.at(),
                reading.last(),
                reading.times(),
                pick.patients());
    }

    /** A period that is over, no longer than can be looked through: what is picked from it never changes. */
    private void check(LocalDate first, LocalDate last, Map<String, String> errors) {
        if (!last.isBefore(today())) errors.put("to", "not-over");
        else if (last.isBefore(first)) errors.put("to", "before");
        else if (first.plusDays(Reviewing.MOST_DAYS).isBefore(last.plusDays(1))) errors.put("to", "too-long");
    }

    private static @Nullable LocalDate day(String field, String typed, Map<String, String> errors) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            errors.put(field, "missing");
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
