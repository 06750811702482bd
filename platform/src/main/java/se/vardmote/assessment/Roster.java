package se.vardmote.assessment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Sessions;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** Who is on duty at a receiving unit: who has switched "I tjänst" on, and is signed in. */
@Component
public class Roster {
    private static final int MOST_SHOWN = 100;
    /** More than any unit has staff: among them are those who forgot to switch themselves off. */
    private static final int MOST_SWITCHED_ON = 5_000;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Clock clock;

    public Roster(JdbcClient jdbc, Sessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
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

    /** Of somebody who is signed in. */
    public boolean isOn(StaffMember staff) {
        return jdbc.sql("select exists (select from assessment.on_duty where staff_id = ? and care_unit_id = ?)")
                .params(staff.staff().value(), staff.unit().value())
                .query(Boolean.class)
                .single();
    }

    /** Which of these, who are signed in, have switched themselves on at a unit. */
    public Set<StaffId> switchedOn(CareUnitId unit, Set<StaffId> some) {
        UUID[] ids = some.stream().map(StaffId::value).toArray(UUID[]::new);
        return jdbc
                .sql("select staff_id from assessment.on_duty where care_unit_id = ? and staff_id = any(?)")
                .params(unit.value(), ids)
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .collect(Collectors.toSet());
    }

    /** Those on duty at a unit, longest first. Who has forgotten to go off is not there when the sign-in has ended. */
    public List<StaffId> at(CareUnitId unit) {
        List<StaffId> on = jdbc
                .sql("select staff_id from assessment.on_duty where care_unit_id = ? order by since limit ?")
                .params(unit.value(), MOST_SWITCHED_ON)
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .toList();
        Set<StaffId> signedIn = sessions.signedIn(on);
        return on.stream().filter(signedIn::contains).limit(MOST_SHOWN).toList();
    }
}
