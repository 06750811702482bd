package se.vardmote.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.imports.DraftId;
import se.vardmote.directory.imports.Imports;
import se.vardmote.directory.imports.Kind;
import se.vardmote.directory.imports.Report;
import se.vardmote.directory.imports.SafeCsv;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.SeeOther;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.NotAnIdentifier;

/** The register from a file: send it, see what it would do, read it in. */
@Controller
@RequestMapping(ImportController.PAGE)
class ImportController {
    static final String PAGE = DirectoryPages.ROOT + "/import";
    private static final Set<String> WRONG = Set.of("missing", "too-big", "gone");
    private static final int MOST_SHOWN = 200;
    private final Imports imports;
    private final Words words;

    ImportController(Imports imports, Messages messages) {
        this.imports = imports;
        this.words = messages.in(Language.SV);
    }

    @GetMapping
    ModelAndView page(
            SystemAdministrator by,
            @RequestParam(name = "slag", defaultValue = "") String kind,
            @RequestParam(name = "fel", required = false) @Nullable String wrong,
            @RequestParam(name = "klart", required = false) @Nullable String done) {
        Integer number = done != null && done.matches("\\d{1,5}") ? Integer.valueOf(done) : null;
        return DirectoryPages.of(
                "import", new ImportPage(kind(kind), wrong != null && WRONG.contains(wrong) ? wrong : null, number));
    }

    /** Bare bytes, sent by the page's script; answers where to go on. */
    @PostMapping
    ResponseEntity<Map<String, String>> send(
            SystemAdministrator by,
            @RequestParam(name = "slag", defaultValue = "") String kind,
            HttpServletRequest request)
            throws IOException {
        byte[] content = request.getInputStream().readNBytes(Imports.MOST_BYTES + 1);
        if (content.length == 0) return to(PAGE + "?fel=missing&slag=" + kind(kind));
        if (content.length > Imports.MOST_BYTES) return to(PAGE + "?fel=too-big&slag=" + kind(kind));
        return to(PAGE + "/" + imports.send(by, kind(kind), content));
    }

    @GetMapping("/{file}")
    ModelAndView report(
            SystemAdministrator by,
            @PathVariable String file,
            @RequestParam(name = "andrat", required = false) @Nullable String changed) {
        return imports.report(by, id(file))
                .map(report -> DirectoryPages.of(
                        "import-report",
                        new ReportPage(
                                file,
                                report,
                                report.refused().stream().limit(MOST_SHOWN).toList(),
                                Math.max(0, report.refused().size() - MOST_SHOWN),
                                changed != null)))
                .orElseGet(ImportController::gone);
    }

    /** Every refused row, for a spreadsheet: with a mark so that it is read as UTF-8. */
    @GetMapping("/{file}/avvisade")
    ResponseEntity<byte[]> refused(SystemAdministrator by, @PathVariable String file) {
        List<Report.Refused> refused =
                imports.report(by, id(file)).map(Report::refused).orElse(List.of());
        List<List<String>> rows = refused.stream()
                .map(one -> List.of(String.valueOf(one.line()), one.column(), why(words, one.why())))
                .toList();
        String csv = SafeCsv.of(List.of("Rad", "Kolumn", "Orsak"), rows);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("avvisade-rader.csv")
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{file}/las-in")
    ModelAndView readIn(
            SystemAdministrator by, @PathVariable String file, @RequestParam(defaultValue = "") String plan) {
        DraftId id = id(file);
        Optional<Report> report = imports.report(by, id);
        if (report.isEmpty()) return gone();
        return imports.readIn(by, id, plan)
                ? SeeOther.to(PAGE + "?klart=" + report.get().toWrite())
                : SeeOther.to(PAGE + "/" + id + "?andrat=ja");
    }

    static String why(Words say, String code) {
        return say.either("org-import.why." + code, say.has("refusal." + code) ? "refusal." + code : "refusal.other");
    }

    private static ModelAndView gone() {
        return SeeOther.to(PAGE + "?fel=gone");
    }

    private static ResponseEntity<Map<String, String>> to(String path) {
        return ResponseEntity.ok(Map.of("to", path));
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(Kind.UNITS);
    }

    private static DraftId id(String text) {
        try {
            return DraftId.of(text);
        } catch (NotAnIdentifier gone) {
            return new DraftId(new UUID(0, 0));
        }
    }
}
