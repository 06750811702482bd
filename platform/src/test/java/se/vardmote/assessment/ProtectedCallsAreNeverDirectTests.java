package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.RetentionUnitId;

/** Which conversations may not be sent straight between pages: those about somebody with protected identity. */
class ProtectedCallsAreNeverDirectTests {
    private static final PersonId NUMBER =
            PersonId.parse("19121212-1212", LocalDate.of(2026, 11, 17)).orElseThrow();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestPlanning(db).clinic;
    private final KnockedFrom known = there.knockedFrom();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void one_tap_at_the_knock_is_enough() {
        Knock knock = TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", NUMBER, null);
        assertThat(known.contains(there.waits(TestAssessment.hidden(knock)).conversation()))
                .isTrue();
    }

    @Test
    void others_may_be_sent_directly() {
        Knock knock = TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", NUMBER, null);
        assertThat(known.contains(there.waits(knock).conversation())).isFalse();
        assertThat(known.contains(RetentionUnitId.next())).isFalse();
    }
}
