package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One who waits, as the licensed professional sees it: who, from where, why, how long, and the number to ring.
 *
 * @param dropIn id, part of the form addresses
 * @param unit where they wait, for a reader who serves several units; else null
 * @param reason name of {@code CallReason}
 * @param patientName as the care worker wrote it
 * @param identity the identity number for people to read, or null when unknown
 * @param identityKind {@code personal}, {@code reserve}, {@code unknown} or {@code protected}
 * @param identityNote region of a reserve number, or why the identity is unknown; null for a personal number
 * @param staffName the care worker
 * @param staffPhone E.164
 * @param staffRole name of a licensed {@code Profession}; null for a care worker
 * @param fromUnit the care worker's unit; null for a visitor with a code
 * @param fromArea area of the device, or null
 * @param spokenWith name of the professional they have agreed with
 * @param wanted name of the {@code Profession} that they want to reach, or null
 * @param quiet another is sounded for first, with whom the call is agreed
 * @param sought they have waited too long, and the reader's unit is sought as cover
 * @param agreedFor the time that was agreed on ahead, or null
 * @param since when they knocked
 * @param present false while the care worker's page does not answer
 * @param away while their screen is locked or shows something else
 * @param texts the written words between the two, oldest first
 * @param guests those who wait by a link of their own
 * @param judgement what was ticked and what was wrong, when a judgement was refused; else {@link Judgement#NONE}
 * @param suits whether the head of the unit has named such care as suitable for digital meetings; null: has not said (R2-20)
 */
public record WaitingRow(
        String dropIn,
        @Nullable String unit,
        String reason,
        String patientName,
        @Nullable String identity,
        String identityKind,
        @Nullable String identityNote,
        String staffName,
        String staffPhone,
        @Nullable String staffRole,
        @Nullable String fromUnit,
        @Nullable String fromArea,
        String spokenWith,
        @Nullable String wanted,
        boolean quiet,
        boolean sought,
        @Nullable Instant agreedFor,
        Instant since,
        boolean present,
        boolean away,
        List<TextLine> texts,
        Judgement judgement,
        @Nullable Boolean suits,
        List<Guest> guests) {

    /**
     * Who waits by a link of their own, and how we know who it is.
     *
     * @param role {@code PATIENT} or {@code RELATIVE}
     * @param identification name of {@code Identification}
     */
    public record Guest(String name, String role, String identification) {}

    /** A written line: {@code own} when the reader wrote it. */
    public record TextLine(String author, String text, Instant at, boolean own) {}

    /**
     * The judgement form as typed (R0-14, R0-15, R0-19).
     *
     * @param action {@code slapp-in}, {@code hembesok}, {@code annat-satt}, {@code text} or empty
     * @param informed {@code yes}, {@code could-not} or empty: never preset
     * @param errors field name → refusal code
     */
    public record Judgement(
            String action,
            String informed,
            String informedWhy,
            String reasonCode,
            String message,
            Map<String, String> errors) {

        public static final Judgement NONE = new Judgement("", "", "", "", "", Map.of());
    }
}
