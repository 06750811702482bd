package se.vardmote.journal.web;

import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import se.vardmote.journal.DutyBackground.Attendance;
import se.vardmote.journal.Note;
import se.vardmote.journal.NotePart;
import se.vardmote.ui.Words;

/** The latest version of a note as plain text, to paste into another system. */
final class PlainNote {
    private PlainNote() {}

    static String of(NotePage page, Words words) {
        Note note = page.signed().getFirst();
        NoteFacts facts = page.facts();
        var lines = new StringJoiner("\n");
        lines.add(words.text("note.patient") + ": " + facts.patientName()
                + (facts.hidden()
                        ? ""
                        : ", " + Objects.requireNonNullElse(facts.identity(), words.text("waiting.unknown"))));
        lines.add(words.text("note.reason") + ": " + words.text("reason." + facts.reason()));
        lines.add(words.text("note.time") + ": " + words.exact(facts.startedAt())
                + (facts.endedAt() == null ? "" : "–" + words.clock(facts.endedAt())));
        lines.add(words.text("note.participants") + ": "
                + facts.participants().stream()
                        .map(person -> named(person, words))
                        .collect(Collectors.joining("; ")));
        for (var occurrence : facts.occurrences()) {
            lines.add(words.exact(occurrence.at()) + " "
                    + words.text("contact.event." + occurrence.code(), occurrence.by(), occurrence.text()));
        }
        for (NotePart part : NotePart.values()) {
            String text = note.text().part(part);
            if (text.isEmpty()) continue;
            lines.add("").add(words.text("note." + part.word() + ".label")).add(text);
        }
        lines.add("")
                .add(words.text("note.signed-by") + " " + note.signedBy() + ", "
                        + words.text("profession." + note.profession().name()) + ", " + words.exact(note.signedAt())
                        + (note.version() == 1 ? "" : " (" + words.text("note.version", note.version()) + ")"));
        return lines.toString();
    }

    private static String named(Attendance person, Words words) {
        String profession = person.profession() == null ? "" : ", " + words.text("profession." + person.profession());
        return person.name() + profession + " (" + words.text("identification." + person.identification()) + ")";
    }
}
