package se.vardmote.disturbances.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.disturbances.Disturbance;
import se.vardmote.disturbances.Disturbances;
import se.vardmote.disturbances.Remedies;
import se.vardmote.disturbances.Reporter;
import se.vardmote.disturbances.Technique;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.SeeOther;

/** Anybody may say that something does not work, also without script and without being signed in. */
@Controller
@RequestMapping("/fungerar-inte")
class ReportController {
    private final Disturbances disturbances;
    private final Remedies remedies;
    private final Surroundings surroundings;
    private final Messages messages;

    ReportController(Disturbances disturbances, Remedies remedies, Surroundings surroundings, Messages messages) {
        this.disturbances = disturbances;
        this.remedies = remedies;
        this.surroundings = surroundings;
        this.messages = messages;
    }

    /** What to try, in the order to try it. */
    record Tips(List<String> tips) {}

    @GetMapping
    ModelAndView form(@ModelAttribute Seen seen, HttpServletRequest request) {
        return page(seen, request, Map.of());
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView report(@ModelAttribute Seen seen, HttpServletRequest request) {
        Optional<Disturbance> kept = keep(seen, request);
        return kept.map(disturbance ->
                        SeeOther.to("/fungerar-inte/tack?kind=" + disturbance.kind() + "&cause=" + disturbance.cause()))
                .orElseGet(() -> page(seen, request, Map.of("kind", "missing")));
    }

    /** The same from a room that goes on meanwhile. */
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Tips reportFromTheRoom(@ModelAttribute Seen seen, HttpServletRequest request, Locale locale) {
        return keep(seen, request)
                .map(disturbance -> new Tips(Stream.concat(
                                remedies.helping(surroundings.reporter(), disturbance).stream(),
                                Stream.of(messages.in(Language.of(locale.getLanguage()))
                                        .text("disturbance.try." + disturbance.kind())))
                        .toList()))
                .orElse(new Tips(List.of()));
    }

    @GetMapping("/tack")
    ModelAndView thanks(@ModelAttribute Seen seen) {
        var kind = Disturbance.Kind.of(seen.kind()).orElse(Disturbance.Kind.OTHER);
        var cause = Disturbance.Cause.of(seen.cause()).orElse(Disturbance.Cause.UNKNOWN);
        String remedy = remedies.helping(surroundings.reporter(), new Disturbance(kind, cause))
                .orElse(null);
        return new ReportPage.Thanks(kind.name(), remedy, surroundings.numbers()).view();
    }

    /** Thanked for also when it is one too many: whoever reports need not know. Empty without a kind. */
    private Optional<Disturbance> keep(Seen seen, HttpServletRequest request) {
        Technique technique = surroundings.technique(seen, request);
        Optional<Disturbance> disturbance =
                Disturbance.Kind.of(seen.kind()).map(kind -> Disturbance.of(kind, technique));
        disturbance.ifPresent(known -> disturbances.report(surroundings.reporter(), known, technique));
        return disturbance;
    }

    private ModelAndView page(Seen seen, HttpServletRequest request, Map<String, String> errors) {
        Technique technique = surroundings.technique(seen, request);
        Reporter reporter = surroundings.reporter();
        Map<String, String> known = new LinkedHashMap<>();
        for (var kind : Disturbance.Kind.values())
            remedies.helping(reporter, Disturbance.of(kind, technique))
                    .ifPresent(remedy -> known.put(kind.name(), remedy));
        return new ReportPage(seen, known, surroundings.numbers(), errors).view();
    }
}
