package se.vardmote.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.assessment.web.ContactPage;
import se.vardmote.journal.DutyBackground.Attendance;
import se.vardmote.journal.DutyBackground.Occurrence;
import se.vardmote.journal.Note;
import se.vardmote.journal.NoteText;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RecordEntry;
import se.vardmote.journal.RightPatient;
import se.vardmote.journal.web.NoteFacts;
import se.vardmote.journal.web.NotePage;
import se.vardmote.journal.web.WrongPatientForm;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.Profession;

/** The note in every state, and the contact to print. */
final class SampleNotes {
    private static final Instant NOW = SamplePages.NOW;
    private static final Instant START = NOW.minus(Duration.ofMinutes(31));
    private static final NoteText PREFILLED = new NoteText(
            "Bedömningssamtal på video 13.55–14.12. Gäller: Fall.",
            "Patienten är informerad om videosamtalet. Med i samtalet: Noor Sandgren, Kim Ekdal, Tolvan Tolvansson.",
            "Hur fallet gick till:\nSmärta:\nVakenhet:",
            "Bedömning:\nÅtgärd:\nUppföljning:");
    private static final NoteText WRITTEN = new NoteText(
            PREFILLED.situation(), "", "Snubblade på mattan. Ingen smärta.", "Ingen misstanke om fraktur. Avvaktar.");
    private static final Note FIRST = note(1, WRITTEN, Duration.ofMinutes(3));
    private static final Note SECOND = note(2, PREFILLED, Duration.ofMinutes(1));
    private static final RecordEntry ENTERED =
            new RecordEntry(1, "Journalsystemet", "Noor Sandgren", NOW.minus(Duration.ofMinutes(2)));
    private static final List<Pictures.Saved> PICTURES = List.of(picture("Rodnad på vänster höft"), picture(null));

    private SampleNotes() {}

    static Map<String, ModelAndView> all() {
        Instant end = START.plus(Duration.ofMinutes(17));
        var notes = new LinkedHashMap<String, ModelAndView>();
        notes.put("note", page(PREFILLED, end, List.of(), List.of(), Map.of()));
        notes.put("note-ongoing", page(PREFILLED, null, List.of(), List.of(), Map.of()));
        notes.put(
                "note-empty",
                page(new NoteText("", "", "", ""), end, List.of(), List.of(), Map.of("situation", "missing")));
        notes.put("note-signed", page(WRITTEN, end, List.of(FIRST), List.of(), Map.of()));
        notes.put("note-no-system", page(WRITTEN, end, List.of(FIRST), List.of(), Map.of("system", "missing")));
        notes.put("note-entered", page(WRITTEN, end, List.of(FIRST), List.of(ENTERED), Map.of()));
        notes.put("note-corrected", page(PREFILLED, end, List.of(SECOND, FIRST), List.of(ENTERED), Map.of()));
        notes.put("contact", contact(FIRST, false));
        notes.put("contact-gone", contact(null, true));
        return notes;
    }

    private static Note note(int version, NoteText text, Duration ago) {
        return new Note(NoteId.next(), version, text, "Noor Sandgren", Profession.NURSE, NOW.minus(ago));
    }

    private static Pictures.Saved picture(@Nullable String shows) {
        return new Pictures.Saved(
                PictureId.next(), 1600, 1200, START, "Kim Ekdal", Pictures.Asked.ASKED, "Noor Sandgren", START, shows);
    }

    private static ModelAndView page(
            NoteText text,
            @Nullable Instant ended,
            List<Note> signed,
            List<RecordEntry> entries,
            Map<String, String> errors) {
        var facts = new NoteFacts(
                "Tolvan Tolvansson",
                ended == null ? null : "19121212-1212",
                "Sjuksköterskor kväll/natt",
                "Noor Sandgren",
                "FALL",
                START,
                ended,
                ended == null ? "could-not" : "yes",
                ended == null ? "Sov när vi ringde" : "",
                List.of(
                        new Attendance("Noor Sandgren", "NURSE", "SITHS", null),
                        new Attendance("Kim Ekdal", null, "VOUCHED_FOR", null),
                        new Attendance("Tolvan Tolvansson", null, "VOUCHED_FOR", null)),
                ended == null
                        ? List.of()
                        : List.of(
                                new Occurrence(START.plusSeconds(120), "emergency", "Kim Ekdal", "", null),
                                new Occurrence(START.plusSeconds(180), "no-emergency", "Noor Sandgren", "", null),
                                new Occurrence(
                                        START.plusSeconds(240), "instruction", "Noor Sandgren", "Lyft armen", null),
                                new Occurrence(START.plusSeconds(260), "understood", "Kim Ekdal", "Lyft armen", null)));
        Instant saved = signed.isEmpty() ? NOW.minusSeconds(70) : null;
        var patient = new NotePage.Patient(
                "1",
                signed.isEmpty() ? null : new RightPatient.Confirmation("Noor Sandgren", START.plusSeconds(60)),
                List.of(),
                signed.size() > 1);
        return new NotePage(
                        "1",
                        facts,
                        text,
                        saved,
                        signed,
                        entries,
                        "Journalsystemet",
                        PICTURES,
                        patient,
                        new WrongPatientForm("", "", "", ""),
                        errors)
                .view();
    }

    private static ModelAndView contact(@Nullable Note note, boolean gone) {
        var events = List.of(
                new ContactPage.Event(START, "knocked-from", List.of("Kim Ekdal", "Hemtjänst natt")),
                new ContactPage.Event(START, "agreed", List.of("Noor Sandgren")),
                new ContactPage.Event(START, "text", List.of("Kim Ekdal", "Hon har ont i höften")),
                new ContactPage.Event(NOW, "ended", List.of()));
        return new ContactPage(
                        "1",
                        "Tolvan Tolvansson",
                        null,
                        "Sjuksköterskor kväll/natt",
                        "Noor Sandgren",
                        "FALL",
                        events,
                        gone,
                        note,
                        PICTURES,
                        NOW,
                        "Noor Sandgren")
                .view();
    }
}
