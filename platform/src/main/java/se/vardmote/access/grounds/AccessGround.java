package se.vardmote.access.grounds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.audit.Activity;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.Identifier;

/**
 * Why somebody without a relation of care may read. The list is whole: what stands in no law opens nothing, and consent cannot
 * add to it (lag 2022:913 3:7). What a patient has blocked between care providers has no ground: the one who has it lifts the block
 * (3:5; docs/design/grounds.md).
 */
public enum AccessGround {
    /** A colleague has asked for help with the patient (patientdatalagen 4:1). */
    ASKED_BY_COLLEAGUE(Reach.WITHIN),
    /** The patient, or somebody close, has turned to the reader's unit (4:1). */
    CONTACTED_BY_PATIENT(Reach.WITHIN),
    /** What the reader has done for the patient is followed up (4:1). */
    FOLLOW_UP(Reach.WITHIN),
    /** A complaint or an incident is looked into (4:1; 2:4 first paragraph 4). */
    COMPLAINT(Reach.WITHIN),
    /** What the patient has blocked, with their consent (patientdatalagen 4:5 1). */
    CONSENT_BLOCK_LIFTED(Reach.WITHIN, Condition.CONSENT_TO_BLOCKED),
    /** What the patient has blocked, when they cannot be asked and the care cannot do without (4:5 2). */
    EMERGENCY_BLOCK_LIFTED(Reach.WITHIN, Condition.COULD_NOT_ASK, Condition.INDISPENSABLE),
    /** The patient is in care here, consents, and it may be presumed important (lag 2022:913 3:1). */
    PATIENT_RELATION_CONSENT(Reach.BETWEEN, Condition.RELATION, Condition.CONSENT, Condition.IMPORTANCE),
    /** Not merely for the moment unable to consent, and no reason to think that they would object (3:3–4). */
    UNABLE_TO_CONSENT(Reach.BETWEEN, Condition.RELATION, Condition.UNABLE, Condition.WISH, Condition.IMPORTANCE),
    /** A child who cannot decide in the matter (3:1). */
    CHILD_NO_CONSENT(Reach.BETWEEN, Condition.RELATION, Condition.CHILD, Condition.IMPORTANCE),
    /** Danger to life or a serious risk to health, and the patient could not be asked (3:6): nödöppning. */
    EMERGENCY_UNBLOCKED(Reach.BETWEEN, Condition.DANGER, Condition.COULD_NOT_ASK);

    private static final String PREFIX = "stated.";
    private final Reach reach;
    private final List<Condition> conditions;

    AccessGround(Reach reach, Condition... conditions) {
        this.reach = reach;
        this.conditions = List.of(conditions);
    }

    /** Whose data. */
    public enum Reach {
        /** The own care provider's. */
        WITHIN,
        /** Another's, where both have joined the common documentation. */
        BETWEEN
    }

    /** What the reader must vouch for, each by itself; the texts are {@code ground.condition.<name>}. */
    public enum Condition {
        RELATION,
        CONSENT,
        IMPORTANCE,
        UNABLE,
        WISH,
        CHILD,
        DANGER,
        COULD_NOT_ASK,
        CONSENT_TO_BLOCKED,
        INDISPENSABLE
    }

    public Reach reach() {
        return reach;
    }

    public List<Condition> conditions() {
        return conditions;
    }

    /** Emergency opening (nödöppning). */
    public boolean emergency() {
        return this == EMERGENCY_UNBLOCKED || this == EMERGENCY_BLOCK_LIFTED;
    }

    /** Opens, to whoever reads on another ground already, what the patient has blocked. */
    public boolean liftsBlock() {
        return this == CONSENT_BLOCK_LIFTED || this == EMERGENCY_BLOCK_LIFTED;
    }

    /** Whether it can open what one care provider has for somebody who works at another, or the same. */
    boolean opens(CareProviderId owner, CareProviderId reader) {
        return owner.equals(reader) == (reach == Reach.WITHIN);
    }

    /** As the audit log says it. */
    public String word() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a word that names a relation, or nothing stated. */
    public static Optional<AccessGround> of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Reading on this ground, as it is written before anything is shown. */
    public AuditEventBuilder reading(String objectType, @Nullable Identifier object) {
        return AuditEvent.did(emergency() ? Activity.EMERGENCY_OPEN : Activity.READ, "read", objectType, object)
                .because(word());
    }
}
