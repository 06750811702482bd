package se.vardmote.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        Map<ParticipantId, Participant> people =
                participants.of(conversation).stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        List<Occurrence> all = new ArrayList<>();
        emergencies.of(conversation).forEach(emergency -> add(all, emergency, people));
        instructions.of(conversation).forEach(instruction -> add(all, instruction, people));
        all.sort(Comparator.comparing(Occurrence::at));
        return all;
    }

    private static void add(List<Occurrence> all, Emergency emergency, Map<ParticipantId, Participant> people) {
        all.add(occurrence(emergency.at(), "emergency", people.get(emergency.by()), ""));
        ParticipantId closedBy = emergency.closedBy();
        if (closedBy == null || emergency.closedAt() == null) return;
        all.add(occurrence(emergency.closedAt(), "no-emergency", people.get(closedBy), ""));
    }

    private static void add(List<Occurrence> all, Instruction instruction, Map<ParticipantId, Participant> people) {
        all.add(occurrence(instruction.at(), "instruction", people.get(instruction.by()), instruction.text()));
        ParticipantId understoodBy = instruction.understoodBy();
        if (understoodBy == null || instruction.understoodAt() == null) return;
        String firstLine = instruction.text().lines().findFirst().orElse("");
        all.add(occurrence(instruction.understoodAt(), "understood", people.get(understoodBy), firstLine));
    }

    private static Occurrence occurrence(Instant at, String code, @Nullable Participant by, String text) {
        return by == null
                ? new Occurrence(at, code, "", text, null)
                : new Occurrence(at, code, by.name(), text, by.staff());
    }
}
