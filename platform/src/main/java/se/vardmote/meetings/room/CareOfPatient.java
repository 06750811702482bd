package se.vardmote.meetings.room;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Emergencies;
import se.vardmote.meetings.Emergency;
import se.vardmote.meetings.Instruction;
import se.vardmote.meetings.Instructions;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.PatientPlace;
import se.vardmote.meetings.PatientPlaces;
import se.vardmote.meetings.WayToThePatient;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.RetentionUnitId;

/** Reads what concerns the patient's safety in a call. */
@Component
class CareOfPatient {
    private final Emergencies emergencies;
    private final PatientPlaces places;
    private final Instructions instructions;
    private final List<WayToThePatient> ways;

    CareOfPatient(
            Emergencies emergencies, PatientPlaces places, Instructions instructions, List<WayToThePatient> ways) {
        this.emergencies = emergencies;
        this.places = places;
        this.instructions = instructions;
        this.ways = ways;
    }

    /** As it stands in the database. */
    record Found(
            @Nullable Emergency emergency,
            PatientPlace place,
            WayToThePatient.@Nullable Known way,
            List<Instruction> instructions) {

        private static final ServerMessage.Care NOTHING =
                new ServerMessage.Care(null, new ServerMessage.Place("", "", "", ""), "", null, false, List.of());

        /** The care worker's device keeps no instruction that somebody there has understood. */
        ServerMessage.Care seenBy(Attendee attendee, List<Participant> people) {
            Map<ParticipantId, String> names =
                    people.stream().collect(Collectors.toMap(Participant::id, Participant::name));
            // Where the patient is, and what is to be done, is between staff.
            if (Snapshot.isGuest(attendee, people)) return NOTHING;
            boolean atPatient = attendee instanceof Attendee.Guest;
            return new ServerMessage.Care(
                    emergency == null ? null : shown(emergency, names),
                    new ServerMessage.Place(place.address(), place.floor(), place.doorCode(), place.room()),
                    way == null ? "" : way.from(),
                    way == null ? null : new PhoneNumber(way.callBack()).display(),
                    way != null && way.protectedIdentity(),
                    instructions.stream()
                            .filter(instruction -> !(atPatient && instruction.understood()))
                            .map(instruction -> shown(instruction, names))
                            .toList());
        }

        private static ServerMessage.Emergency shown(Emergency emergency, Map<ParticipantId, String> names) {
            ParticipantId closedBy = emergency.closedBy();
            return new ServerMessage.Emergency(
                    emergency.id(),
                    names.getOrDefault(emergency.by(), ""),
                    emergency.at(),
                    closedBy == null ? null : names.getOrDefault(closedBy, ""),
                    emergency.closedAt());
        }

        private static ServerMessage.Instruction shown(Instruction instruction, Map<ParticipantId, String> names) {
            return new ServerMessage.Instruction(
                    instruction.id(),
                    names.getOrDefault(instruction.by(), ""),
                    instruction.text(),
                    instruction.at(),
                    instruction.understoodAt());
        }
    }

    Found of(RetentionUnitId conversation) {
        return new Found(
                emergencies.of(conversation).stream()
                        .reduce((older, newer) -> newer)
                        .orElse(null),
                places.of(conversation).orElse(PatientPlace.UNKNOWN),
                ways.stream()
                        .flatMap(way -> way.about(conversation).stream())
                        .findFirst()
                        .orElse(null),
                instructions.of(conversation));
    }
}
