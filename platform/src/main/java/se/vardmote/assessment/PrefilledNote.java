package se.vardmote.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.journal.DutyBackground;
import se.vardmote.journal.NotePart;
import se.vardmote.journal.NoteTemplates;
import se.vardmote.journal.NoteText;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.CareUnitId;

/** The text that a note begins with: the unit's templates, filled with what is known of the call. */
@Component
class PrefilledNote {
    private final NoteTemplates templates;
    private final Words words;

    PrefilledNote(NoteTemplates templates, Messages messages) {
        this.templates = templates;
        this.words = messages.in(Language.SV);
    }

    NoteText text(CareUnitId unit, DutyBackground background) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("reason", words.text("reason." + background.reason()));
        facts.put("time", time(background));
        facts.put("informed", informed(background));
        facts.put(
                "participants",
                background.attendance().stream().map(this::named).collect(Collectors.joining(", ")));
        NoteText text = templates.fill(unit, background.reason(), facts);
        return NoteText.of(part -> text.part(part) + occurrences(part, background));
    }

    /** An emergency belongs to the situation, what was asked for to the measures: whatever template the unit has. */
    private String occurrences(NotePart part, DutyBackground background) {
        return background.occurrences().stream()
                .filter(occurrence -> part == placeOf(occurrence))
                .map(occurrence -> "\n" + words.clock(occurrence.at()) + " "
                        + words.text("contact.event." + occurrence.code(), occurrence.by(), occurrence.text()))
                .collect(Collectors.joining());
    }

    private static NotePart placeOf(DutyBackground.Occurrence occurrence) {
        return CallOccurrences.EMERGENCIES.contains(occurrence.code()) ? NotePart.SITUATION : NotePart.MEASURES;
    }

    private String time(DutyBackground background) {
        String start = words.clock(background.startedAt());
        Instant end = background.endedAt();
        return end == null ? start : start + "–" + words.clock(end);
    }

    private String informed(DutyBackground background) {
        return background.informed().equals("yes")
                ? words.text("note.prefilled.informed")
                : words.text("note.prefilled.could-not-inform", background.informedWhy());
    }

    private String named(DutyBackground.Attendance person) {
        return person.profession() == null
                ? person.name()
                : person.name() + " (" + words.text("profession." + person.profession()) + ")";
    }
}
