package se.vardmote.vocabulary;

import java.util.UUID;

/** One rule of the duty table. */
public record DutyRuleId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static DutyRuleId next() {
        return new DutyRuleId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static DutyRuleId of(String text) {
        return new DutyRuleId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
