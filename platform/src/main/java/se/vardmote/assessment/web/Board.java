package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.StaffId;

/**
 * Those who wait at a unit as they stood at one moment: read once, however many look. Readers see the same but for which
 * lines are their own.
 */
record Board(List<Waiting> waiting, Instant now) {

    /** @param fromUnit null for a visitor with a code */
    record Waiting(
            DropIn dropIn, PersonId patient, @Nullable String fromUnit, boolean present, List<Line> lines) {}

    /** @param staff who wrote it, when that was one of the staff */
    record Line(String author, @Nullable StaffId staff, String text, Instant at) {}

    /** {@code judgements} are those that were refused just now, by drop-in. */
    WaitingList shownTo(StaffMember reader, boolean onDuty, Map<String, WaitingRow.Judgement> judgements) {
        List<WaitingRow> rows = waiting.stream()
                .map(each -> row(
                        reader,
                        each,
                        judgements.getOrDefault(each.dropIn().id().toString(), WaitingRow.Judgement.NONE)))
                .toList();
        return new WaitingList(onDuty, false, rows, WaitingList.HOME_VISIT_REASONS, WaitingList.OTHER_WAY_REASONS, now);
    }

    private static WaitingRow row(StaffMember reader, Waiting each, WaitingRow.Judgement judgement) {
        DropIn dropIn = each.dropIn();
        PersonId patient = each.patient();
        return new WaitingRow(
                dropIn.id().toString(),
                dropIn.reason().name(),
                dropIn.typed().patientName(),
                dropIn.protectedIdentity() || patient.kind() == PersonId.Kind.UNKNOWN ? null : patient.display(),
                dropIn.protectedIdentity() ? "protected" : kind(patient),
                dropIn.protectedIdentity() ? null : dropIn.typed().identityNote(),
                dropIn.typed().staffName(),
                dropIn.typed().staffPhone().e164(),
                each.fromUnit(),
                dropIn.fromArea(),
                dropIn.typed().spokenWith(),
                dropIn.knockedAt(),
                each.present(),
                each.lines().stream()
                        .map(line -> new WaitingRow.TextLine(
                                line.author(),
                                line.text(),
                                line.at(),
                                reader.staff().equals(line.staff())))
                        .toList(),
                judgement);
    }

    private static String kind(PersonId patient) {
        return switch (patient.kind()) {
            case PERSONAL_NUMBER, COORDINATION_NUMBER -> "personal";
            case RESERVE_NUMBER -> "reserve";
            case UNKNOWN -> "unknown";
        };
    }
}
