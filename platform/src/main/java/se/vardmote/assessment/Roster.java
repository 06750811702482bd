package se.vardmote.assessment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** Who is on duty at a receiving unit: who has switched "I tjänst" on. */
@Component
public class Roster {
    private static final int MOST_SHOWN = 100;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Roster(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void comeOn(StaffMember staff) {
        jdbc.sql("""
                        insert into assessment.on_duty (staff_id, care_unit_id, care_provider_id, since)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .params(
                        staff.staff().value(),
                        staff.unit().value(),
                        staff.careProvider().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void goOff(StaffMember staff) {
        jdbc.sql("delete from assessment.on_duty where staff_id = ? and care_unit_id = ?")
                .params(staff.staff().value(), staff.unit().value())
                .update();
    }

    public boolean isOn(StaffMember staff) {
        return at(staff.unit()).contains(staff.staff());
    }

    /** Those on duty at a unit, longest first. */
    public List<StaffId> at(CareUnitId unit) {
        return jdbc
                .sql("select staff_id from assessment.on_duty where care_unit_id = ? order by since limit ?")
                .params(unit.value(), MOST_SHOWN)
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .toList();
    }
}
