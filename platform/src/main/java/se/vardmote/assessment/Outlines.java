package se.vardmote.assessment;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.RetentionUnitId;

/** Reads outlines: no key is needed, so what was typed stays sealed. */
@Component
public class Outlines {
    private final JdbcClient jdbc;

    public Outlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the knock whose conversation this is. */
    public Optional<Outline> of(RetentionUnitId conversation) {
        return jdbc.sql("""
                        select care_provider_id, receiving_unit_id, reason, knocked_at, state, outcome, judged_at
                        from assessment.drop_in where retention_unit_id = ?""")
                .param(conversation.value())
                .query((row, i) -> {
                    String outcome = row.getString("outcome");
                    OffsetDateTime judged = row.getObject("judged_at", OffsetDateTime.class);
                    return new Outline(
                            new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                            new CareUnitId(row.getObject("receiving_unit_id", UUID.class)),
                            CallReason.valueOf(row.getString("reason")),
                            row.getObject("knocked_at", OffsetDateTime.class).toInstant(),
                            DropIn.State.valueOf(row.getString("state")),
                            outcome == null ? null : DropIn.Outcome.valueOf(outcome),
                            judged == null ? null : judged.toInstant());
                })
                .optional();
    }
}
