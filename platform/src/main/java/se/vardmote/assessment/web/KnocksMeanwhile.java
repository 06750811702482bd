package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.KnockVolumes;
import se.vardmote.organisation.Organisation;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.CareUnitId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Those who wait and emergencies in other calls, for a professional who is in a call: from where, why and since when. Nobody is
 * named, for others may see the screen; so nothing is read that the access log would have to tell of.
 */
@Component
class KnocksMeanwhile {
    private final KnockVolumes volumes;
    private final Organisation organisation;
    private final Messages messages;
    private final JsonMapper json;

    KnocksMeanwhile(KnockVolumes volumes, Organisation organisation, Messages messages, JsonMapper json) {
        this.volumes = volumes;
        this.organisation = organisation;
        this.messages = messages;
        this.json = json;
    }

    /** @param volume in per cent */
    record Seen(int volume, List<Acute> acute, List<Knock> waiting) {}

    /** @param sounds whether it is heard by this reader */
    record Acute(String key, String unit, Instant since, boolean sounds) {}

    /** @param sounds whether it is heard by this reader */
    record Knock(String dropIn, String unit, String reason, Instant since, boolean sounds) {}

    String json(WaitingList list, List<AcuteCalls.Signal> signals, StaffMember reader, Language language) {
        Words say = messages.in(language);
        List<Knock> waiting = list.rows().stream()
                .map(row -> new Knock(
                        row.dropIn(),
                        from(row, reader),
                        say.text("reason." + row.reason()),
                        row.since(),
                        sounds(list, row)))
                .toList();
        return json.writeValueAsString(new Seen(volumes.of(reader.staff()), acute(list, signals, reader), waiting));
    }

    /** Those of other calls than the reader's own. */
    private List<Acute> acute(WaitingList list, List<AcuteCalls.Signal> signals, StaffMember reader) {
        List<AcuteCalls.Signal> others = signals.stream()
                .filter(signal -> !signal.present().contains(reader.staff()))
                .toList();
        Map<CareUnitId, String> units = organisation.unitNames(
                others.stream().map(AcuteCalls.Signal::from).collect(Collectors.toSet()));
        return others.stream()
                .map(signal -> new Acute(
                        signal.key(),
                        units.getOrDefault(signal.from(), reader.unitName()),
                        signal.since(),
                        list.onDuty()))
                .toList();
    }

    private static String from(WaitingRow row, StaffMember reader) {
        if (row.fromUnit() != null) return row.fromUnit();
        return row.unit() != null ? row.unit() : reader.unitName();
    }

    private static boolean sounds(WaitingList list, WaitingRow row) {
        return row.sought() || list.onDuty() && !row.quiet();
    }
}
