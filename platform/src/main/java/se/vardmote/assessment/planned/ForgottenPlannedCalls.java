package se.vardmote.assessment.planned;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.retention.Forgettable;
import se.vardmote.vocabulary.RetentionUnitId;

/** Of a call that was held the agreement stays, without what was typed; of one that never was, nothing. */
@Component
class ForgottenPlannedCalls implements Forgettable {
    private final JdbcClient jdbc;

    ForgottenPlannedCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remove(Collection<RetentionUnitId> forgotten) {
        UUID[] units = forgotten.stream().map(RetentionUnitId::value).toArray(UUID[]::new);
        jdbc.sql("delete from assessment.planned_call where retention_unit_id = any(?) and state <> 'CAME'")
                .param(units)
                .update();
        jdbc.sql("""
                        update assessment.planned_guest set address_sealed = null, name_sealed = null
                        where planned_call_id in (
                            select id from assessment.planned_call where retention_unit_id = any(?))""").param(units).update();
        jdbc.sql("""
                        update assessment.planned_call set patient_name_sealed = null, staff_name_sealed = null,
                            staff_phone_sealed = null
                        where retention_unit_id = any(?)""").param(units).update();
    }
}
