package se.vardmote.assessment.planned;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.StaffId;

/** Calls agreed on for after the last day that the unit's devices are to show: another unit's show them from then on. */
@Component
class HomeMatters implements OpenMatters {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final JdbcClient jdbc;
    private final PlannedMatters planned;

    HomeMatters(JdbcClient jdbc, PlannedMatters planned) {
        this.jdbc = jdbc;
        this.planned = planned;
    }

    @Override
    public String word() {
        return "planned-here";
    }

    @Override
    public To to() {
        return To.UNIT;
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return jdbc.sql("""
                        select id, care_provider_id, client_id, at, call_name from assessment.planned_call
                        where home_unit_id = ? and state = 'PLANNED' and at >= ? order by at, id limit ?""")
                .params(
                        unit.id().value(),
                        lastDay.plusDays(1).atStartOfDay(SWEDEN).toOffsetDateTime(),
                        MOST)
                .query((row, i) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        unit.id(),
                        null,
                        new ClientId(row.getObject("client_id", UUID.class)),
                        row.getString("call_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return List.of();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        return to.unit() != null && moveHome(matter.id(), to.unit());
    }

    /** Another unit's devices show it, under another name if that day has the present one there. False when it is planned no longer. */
    private boolean moveHome(UUID id, CareUnitId home) {
        for (int i = 0; i < PlannedCalls.NAMES_TO_TRY; i++) {
            int moved = jdbc.sql("""
                            update assessment.planned_call p set home_unit_id = :home,
                                call_name = case when :first then call_name else :name end
                            where id = :id and state = 'PLANNED' and not exists (
                                select from assessment.planned_call o where o.home_unit_id = :home and o.day = p.day
                                    and o.call_name = case when :first then p.call_name else :name end
                                    and o.state = 'PLANNED' and o.id <> p.id)""")
                    .param("home", home.value())
                    .param("first", i == 0)
                    .param("name", PlannedCalls.freshName())
                    .param("id", id)
                    .update();
            if (moved == 1) return true;
        }
        return false;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        planned.end(matter, act);
    }
}
