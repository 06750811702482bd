package se.vardmote.assessment;

import java.util.Map;

/** What came of reading a knock form: a knock, or what is wrong at which field. */
public sealed interface KnockReading {

    record Read(Knock knock) implements KnockReading {}

    /** @param errors field name → stable refusal code; never holds what was typed */
    record Refused(Map<String, String> errors) implements KnockReading {}
}
