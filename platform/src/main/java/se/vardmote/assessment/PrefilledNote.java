package se.vardmote.assessment;

import java.time.Instant;
import org.springframework.stereotype.Component;
import se.vardmote.journal.DutyBackground;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Words;

/** The text that a note begins with. Always Swedish, whatever the page speaks (patientdatalagen 3:13). */
@Component
class PrefilledNote {
    private final Messages messages;

    PrefilledNote(Messages messages) {
        this.messages = messages;
    }

    String text(DutyBackground background) {
        Words words = messages.in(Language.SV);
        String informed = background.informed().equals("yes")
                ? words.text("note.prefilled.informed")
                : words.text("note.prefilled.could-not-inform", background.informedWhy());
        String reason = words.text("reason." + background.reason());
        String start = words.clock(background.startedAt());
        Instant end = background.endedAt();
        return end == null
                ? words.text("note.prefilled.ongoing", reason, start, informed)
                : words.text("note.prefilled", reason, start, words.clock(end), informed);
    }
}
