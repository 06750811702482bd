package se.vardmote.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.journal.DutyBackground.Occurrence;
import se.vardmote.meetings.Emergencies;
import se.vardmote.meetings.Emergency;
import se.vardmote.meetings.Instruction;
import se.vardmote.meetings.Instructions;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.RetentionUnitId;

/** What of a call belongs to its documentation: emergencies, and what the care worker was asked to do. */
@Component
class CallOccurrences {
    /** Codes of those that concern an emergency. */
    static final Set<String> EMERGENCIES = Set.of("emergency", "no-emergency");

    private final Emergencies emergencies;
    private final Instructions instructions;
    private final Participants participants;

    CallOccurrences(Emergencies emergencies, Instructions instructions, Participants participants) {
        this.emergencies = emergencies;
        this.instructions = instructions;
        this.participants = participants;
    }

    /** In the order they happened. */
    List<Occurrence> of(RetentionUnitId conversation) {
        Map<ParticipantId, String> names =
                participants.of(conversation).stream().collect(Collectors.toMap(Participant::id, Participant::name));
        List<Occurrence> all = new ArrayList<>();
        emergencies.of(conversation).forEach(emergency -> add(all, emergency, names));
        instructions.of(conversation).forEach(instruction -> add(all, instruction, names));
        all.sort(Comparator.comparing(Occurrence::at));
        return all;
    }

    private static void add(List<Occurrence> all, Emergency emergency, Map<ParticipantId, String> names) {
        all.add(new Occurrence(emergency.at(), "emergency", names.getOrDefault(emergency.by(), ""), ""));
        ParticipantId closedBy = emergency.closedBy();
        if (closedBy == null || emergency.closedAt() == null) return;
        all.add(new Occurrence(emergency.closedAt(), "no-emergency", names.getOrDefault(closedBy, ""), ""));
    }

    private static void add(List<Occurrence> all, Instruction instruction, Map<ParticipantId, String> names) {
        String by = names.getOrDefault(instruction.by(), "");
        all.add(new Occurrence(instruction.at(), "instruction", by, instruction.text()));
        ParticipantId understoodBy = instruction.understoodBy();
        if (understoodBy == null || instruction.understoodAt() == null) return;
        String who = names.getOrDefault(understoodBy, "");
        String firstLine = instruction.text().lines().findFirst().orElse("");
        all.add(new Occurrence(instruction.understoodAt(), "understood", who, firstLine));
    }
}
