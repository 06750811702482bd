package se.vardmote.journal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.journal.Duty;
import se.vardmote.journal.IdentityCorrection;
import se.vardmote.journal.NoteText;
import se.vardmote.journal.RightPatient;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.ReserveIssuer;

/** "Fel patient": the call was somebody else's. */
@Controller
class WrongPatientController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final NoteReader reader;
    private final RightPatient rightPatient;
    private final Clock clock;

    WrongPatientController(NoteReader reader, RightPatient rightPatient, Clock clock) {
        this.reader = reader;
        this.rightPatient = rightPatient;
        this.clock = clock;
    }

    @PostMapping("/anteckning/{duty}/fel-patient")
    ModelAndView move(
            StaffMember staff,
            @PathVariable("duty") String id,
            @ModelAttribute WrongPatientForm form,
            @RequestParam Map<String, String> typed) {
        Duty duty = reader.find(staff, id);
        NoteText text = reader.text(duty, typed);
        Map<String, String> errors = new LinkedHashMap<>();
        Parsed<PersonName> name = PersonName.parse(form.wrongName());
        Parsed<PersonId> identity = identity(form);
        if (name instanceof Parsed.Refused<PersonName>(String code)) errors.put("wrongName", code);
        if (identity instanceof Parsed.Refused<PersonId>(String code)) errors.put("wrongNumber", code);
        if (form.wrongReason().isEmpty()) errors.put("wrongReason", "missing");
        if (form.wrongReason().length() > IdentityCorrection.LONGEST) errors.put("wrongReason", "too-long");
        if (errors.isEmpty()
                && !rightPatient.move(duty, identity.orElseThrow(), name.orElseThrow(), form.wrongReason(), staff)) {
            errors.put("wrongNumber", "same");
        }
        if (errors.isEmpty()) return moved(staff, id, text);
        reader.record(staff, duty, AuditEvent.read("note", duty.id()));
        return reader.page(staff, duty, text, errors).with(form).view();
    }

    /** What has been typed and may not be saved yet stays on the page. */
    private ModelAndView moved(StaffMember staff, String id, NoteText text) {
        Duty duty = reader.find(staff, id);
        if (duty.signed()) return SeeOther.to("/anteckning/" + duty.id());
        reader.record(staff, duty, AuditEvent.read("note", duty.id()));
        return reader.page(staff, duty, reader.renamed(duty, text), Map.of()).view();
    }

    private Parsed<PersonId> identity(WrongPatientForm form) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        Optional<ReserveIssuer> issuer = Arrays.stream(ReserveIssuer.values())
                .filter(each -> each.name().equals(form.wrongRegion()))
                .findFirst();
        return issuer.isPresent()
                ? PersonId.parseReserve(issuer.get(), form.wrongNumber(), today)
                : PersonId.parse(form.wrongNumber(), today);
    }
}
