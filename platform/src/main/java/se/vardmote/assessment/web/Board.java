package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.UnitSetting;
import se.vardmote.meetings.Participant;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.StaffId;

/**
 * Those who wait at some units as they stood at one moment: read once, however many look. Readers see the same but for which
 * lines are their own.
 */
record Board(List<Waiting> waiting, Instant now) {

    /**
     * @param unit where they wait
     * @param fromUnit null for a visitor with a code
     * @param soundsFirstFor with whom the call is agreed, while nobody else's page sounds
     * @param guests those who wait by a link of their own
     * @param sought one of the units is sought as cover
     * @param suits digital meetings, as the head of the unit has said; null when nobody has
     */
    record Waiting(
            DropIn dropIn,
            String unit,
            PersonId patient,
            @Nullable String fromUnit,
            @Nullable StaffId soundsFirstFor,
            boolean sought,
            boolean present,
            boolean away,
            @Nullable Boolean suits,
            List<Line> lines,
            List<Participant> guests) {}

    /** When somebody sounds for more than one; empty when nobody does. */
    Optional<Instant> quietUntil() {
        return waiting.stream()
                .filter(each -> each.soundsFirstFor() != null)
                .map(each -> each.dropIn().knockedAt().plus(UnitSetting.AGREED_FIRST))
                .min(Comparator.naturalOrder());
    }

    /** @param staff who wrote it, when that was one of the staff */
    record Line(String author, @Nullable StaffId staff, String text, Instant at) {}

    /** {@code judgements} are those that were refused just now, by drop-in. */
    WaitingList shownTo(List<StaffMember> posts, boolean onDuty, Map<String, WaitingRow.Judgement> judgements) {
        List<WaitingRow> rows = waiting.stream()
                .map(each -> row(
                        posts, each, judgements.getOrDefault(each.dropIn().id().toString(), WaitingRow.Judgement.NONE)))
                .toList();
        return new WaitingList(onDuty, false, rows, WaitingList.HOME_VISIT_REASONS, WaitingList.OTHER_WAY_REASONS, now);
    }

    private static WaitingRow row(List<StaffMember> posts, Waiting each, WaitingRow.Judgement judgement) {
        StaffMember reader = posts.getFirst();
        boolean namesUnit = posts.size() > 1 || !dropInAt(each, reader);
        StaffId first = each.soundsFirstFor();
        DropIn dropIn = each.dropIn();
        PersonId patient = each.patient();
        return new WaitingRow(
                dropIn.id().toString(),
                namesUnit ? each.unit() : null,
                dropIn.reason().name(),
                dropIn.typed().patientName(),
                dropIn.protectedIdentity() || patient.kind() == PersonId.Kind.UNKNOWN ? null : patient.display(),
                dropIn.protectedIdentity() ? "protected" : kind(patient),
                dropIn.protectedIdentity() ? null : dropIn.typed().identityNote(),
                dropIn.typed().staffName(),
                dropIn.typed().staffPhone().e164(),
                dropIn.staffProfession() == null
                        ? null
                        : dropIn.staffProfession().name(),
                each.fromUnit(),
                dropIn.fromArea(),
                dropIn.typed().spokenWith(),
                dropIn.wanted() == null ? null : dropIn.wanted().name(),
                first != null && !first.equals(reader.staff()),
                each.sought(),
                dropIn.agreedFor(),
                dropIn.knockedAt(),
                each.present(),
                each.away(),
                each.lines().stream()
                        .map(line -> new WaitingRow.TextLine(
                                line.author(),
                                line.text(),
                                line.at(),
                                reader.staff().equals(line.staff())))
                        .toList(),
                judgement,
                each.suits(),
                each.guests().stream()
                        .map(guest -> new WaitingRow.Guest(
                                guest.name(),
                                guest.role().name(),
                                guest.identification().name()))
                        .toList());
    }

    private static boolean dropInAt(Waiting each, StaffMember reader) {
        return each.dropIn().receivingUnit().equals(reader.unit());
    }

    private static String kind(PersonId patient) {
        return switch (patient.kind()) {
            case PERSONAL_NUMBER, COORDINATION_NUMBER -> "personal";
            case RESERVE_NUMBER -> "reserve";
            case UNKNOWN -> "unknown";
        };
    }
}
