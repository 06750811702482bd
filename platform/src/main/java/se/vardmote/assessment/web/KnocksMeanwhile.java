package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.KnockVolumes;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * Those who wait, for a professional who is in a call: from where, why and since when. Nobody is named, for others may see the
 * screen; so nothing is read that the access log would have to tell of.
 */
@Component
class KnocksMeanwhile {
    private final KnockVolumes volumes;
    private final Messages messages;
    private final JsonMapper json;

    KnocksMeanwhile(KnockVolumes volumes, Messages messages, JsonMapper json) {
        this.volumes = volumes;
        this.messages = messages;
        this.json = json;
    }

    /** @param volume in per cent */
    record Seen(int volume, List<Knock> waiting) {}

    /** @param sounds whether it is heard by this reader */
    record Knock(String dropIn, String unit, String reason, Instant since, boolean sounds) {}

    String json(WaitingList list, StaffMember reader, Language language) {
        Words say = messages.in(language);
        List<Knock> waiting = list.rows().stream()
                .map(row -> new Knock(
                        row.dropIn(),
                        from(row, reader),
                        say.text("reason." + row.reason()),
                        row.since(),
                        sounds(list, row)))
                .toList();
        return json.writeValueAsString(new Seen(volumes.of(reader.staff()), waiting));
    }

    private static String from(WaitingRow row, StaffMember reader) {
        if (row.fromUnit() != null) return row.fromUnit();
        return row.unit() != null ? row.unit() : reader.unitName();
    }

    private static boolean sounds(WaitingList list, WaitingRow row) {
        return row.sought() || list.onDuty() && !row.quiet();
    }
}
