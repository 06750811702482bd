package se.vardmote.accesslog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.accesslog.Extracting;
import se.vardmote.accesslog.LogExtract;
import se.vardmote.assessment.TypedIdentity;
import se.vardmote.platform.ProblemException;
import se.vardmote.ui.Frames;
import se.vardmote.ui.Language;
import se.vardmote.ui.TaggedPdf;
import se.vardmote.ui.Templates;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonId;

/** A patient is told which units have opened their data and when; asked for by the head of a unit or an administrator. */
@Controller
class LogExtractController {
    private static final String PAGE = "/loggutdrag";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Extracting extracting;
    private final Templates templates;
    private final Frames frames;
    private final Clock clock;

    LogExtractController(Extracting extracting, Templates templates, Frames frames, Clock clock) {
        this.extracting = extracting;
        this.templates = templates;
        this.frames = frames;
        this.clock = clock;
    }

    /** Who asks, and of which care provider. */
    private record Asker(Actor actor, CareProviderId careProvider, String name) {
        static Asker of(Optional<StaffMember> staff, Optional<SystemAdministrator> administrator) {
            return staff.map(head -> new Asker(head, head.careProvider(), head.name()))
                    .or(() -> administrator.map(by -> new Asker(by, by.careProvider(), by.name())))
                    .orElseThrow(() -> new ProblemException(new AccessProblem.SignInNeeded()));
        }
    }

    @GetMapping(PAGE)
    Object form() {
        return new LogExtractPage(LogExtractPage.Form.EMPTY, Map.of()).view();
    }

    /** @param as {@code pdf} for a document, else a page to print */
    @PostMapping(PAGE)
    Object make(
            Optional<StaffMember> staff,
            Optional<SystemAdministrator> administrator,
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request) {
        Asker by = Asker.of(staff, administrator);
        var form = new LogExtractPage.Form(identity, ground);
        Map<String, String> errors = new LinkedHashMap<>();
        List<PersonId> identities = TypedIdentity.readings(identity, today());
        if (identities.isEmpty()) errors.put("identity", refusal(identity));
        Optional<LogExtract.Ground> chosen = Arrays.stream(LogExtract.Ground.values())
                .filter(each -> each.name().equals(ground))
                .findFirst();
        if (chosen.isEmpty()) errors.put("ground", "missing");
        if (!errors.isEmpty()) return new LogExtractPage(form, errors).view();
        return extracting
                .of(by.actor(), by.careProvider(), identities, chosen.orElseThrow())
                .map(extract -> new LogExtractPage.Made(extract, clock.instant(), by.name()))
                .<Object>map(made -> as.equals("pdf") ? pdf(made, request) : made.view())
                .orElseGet(() -> new LogExtractPage(form, Map.of("identity", "nobody")).view());
    }

    private ResponseEntity<byte[]> pdf(LogExtractPage.Made made, HttpServletRequest request) {
        String html = templates.html(made.document(), frames.of(request), Language.SV);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("loggutdrag.pdf")
                                .build()
                                .toString())
                .body(TaggedPdf.of(html));
    }

    private String refusal(String typed) {
        return PersonId.parse(typed, today()) instanceof Parsed.Refused<PersonId>(String reason) ? reason : "nobody";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
