package se.vardmote.assessment;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.retention.Forgettable;
import se.vardmote.vocabulary.RetentionUnitId;

/** What was typed at a knock and in an answer goes, and from which device; the judgement stays. */
@Component
class ForgottenDropIns implements Forgettable {
    private final JdbcClient jdbc;

    ForgottenDropIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remove(Collection<RetentionUnitId> forgotten) {
        jdbc.sql("""
                        update assessment.drop_in set patient_name_sealed = null, staff_name_sealed = null,
                            staff_phone_sealed = null, identity_note_sealed = null, spoken_with_sealed = null,
                            informed_why_sealed = null, message_sealed = null, device_id = null
                        where retention_unit_id = any(?)""")
                .param(forgotten.stream().map(RetentionUnitId::value).toArray(UUID[]::new))
                .update();
    }
}
