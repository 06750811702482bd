package se.vardmote.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.Activity;
import se.vardmote.audit.AuditEvent;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Pictures;
import se.vardmote.ui.Frames;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.TaggedPdf;
import se.vardmote.ui.Templates;
import se.vardmote.vocabulary.PictureId;

/** A signed note to take elsewhere, as PDF and as plain text, always in Swedish; and its pictures one by one. */
@Controller
class NoteCopies {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final NoteReader reader;
    private final Pictures pictures;
    private final Templates templates;
    private final Frames frames;
    private final Messages messages;
    private final Clock clock;

    NoteCopies(
            NoteReader reader, Pictures pictures, Templates templates, Frames frames, Messages messages, Clock clock) {
        this.reader = reader;
        this.pictures = pictures;
        this.templates = templates;
        this.frames = frames;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/anteckning/{duty}/pdf")
    ResponseEntity<byte[]> pdf(StaffMember staff, @PathVariable("duty") String id, HttpServletRequest request) {
        Duty duty = reader.find(staff, id);
        if (!duty.signed()) return notYet(duty);
        reader.record(staff, duty, AuditEvent.did(Activity.PRINT, "pdf", "note", duty.id()));
        String html = templates.html(document(staff, duty).view(), frames.of(request), Language.SV);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, inline("anteckning.pdf"))
                .body(TaggedPdf.of(html));
    }

    /** A page of nothing but the text: to copy from by hand, or by script in one press. */
    @GetMapping("/anteckning/{duty}/text")
    ResponseEntity<byte[]> text(StaffMember staff, @PathVariable("duty") String id) {
        Duty duty = reader.find(staff, id);
        if (!duty.signed()) return notYet(duty);
        reader.record(staff, duty, AuditEvent.did(Activity.PRINT, "copy-as-text", "note", duty.id()));
        String text = PlainNote.of(reader.page(staff, duty), messages.in(Language.SV));
        return ResponseEntity.ok().contentType(PLAIN).body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/anteckning/{duty}/bild/{picture}")
    ResponseEntity<byte[]> picture(
            StaffMember staff, @PathVariable("duty") String id, @PathVariable("picture") String picture) {
        Duty duty = reader.find(staff, id);
        return pictures.read(duty, PictureId.of(picture), staff)
                .map(jpeg ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private NoteDocument document(StaffMember staff, Duty duty) {
        NotePage page = reader.page(staff, duty);
        var shown = page.pictures().stream()
                .map(picture -> shown(staff, duty, picture))
                .toList();
        return new NoteDocument(
                page.facts(), page.signed(), page.state().name(), page.entered(), shown, clock.instant(), staff.name());
    }

    private NoteDocument.Shown shown(StaffMember staff, Duty duty, Pictures.Saved picture) {
        byte[] jpeg = pictures.read(duty, picture.id(), staff).orElseThrow();
        return new NoteDocument.Shown(
                Base64.getEncoder().encodeToString(jpeg),
                picture.altText(),
                picture.takenBy(),
                picture.takenAt(),
                picture.asked().name());
    }

    /** What is not signed is nobody's to take elsewhere. */
    private static ResponseEntity<byte[]> notYet(Duty duty) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/anteckning/" + duty.id()))
                .build();
    }

    private static String inline(String file) {
        return ContentDisposition.inline().filename(file).build().toString();
    }
}
