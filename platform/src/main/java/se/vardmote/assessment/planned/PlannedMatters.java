package se.vardmote.assessment.planned;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.CallCodes;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** Calls agreed on for after the last day, by the professional's unit: another professional has them, or they are cancelled. */
@Component
class PlannedMatters implements OpenMatters {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final JdbcClient jdbc;
    private final PlannedCalls calls;
    private final CallCodes codes;
    private final RetentionUnits retention;
    private final Clock clock;

    PlannedMatters(JdbcClient jdbc, PlannedCalls calls, CallCodes codes, RetentionUnits retention, Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.codes = codes;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "planned-call";
    }

    @Override
    public To to() {
        return To.PROFESSIONAL;
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return open(
                "p.care_provider_id = ? and p.receiving_unit_id = ? and p.at >= ?",
                unit.careProvider().value(),
                unit.id().value(),
                after(lastDay));
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return open(
                "p.care_provider_id = ? and p.staff_id = ? and p.at >= ?",
                careProvider.value(),
                staff.value(),
                after(lastDay));
    }

    private static OffsetDateTime after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(SWEDEN).toOffsetDateTime();
    }

    /** {@code which} is one of our own conditions, never anything that came in. What is sealed stays so. */
    private List<OpenMatter> open(String which, Object... values) {
        return jdbc.sql("""
                        select p.id, p.care_provider_id, p.receiving_unit_id, p.staff_id, p.client_id, p.at, p.call_name, s.listed_name
                        from assessment.planned_call p left join organisation.staff s on s.id = p.staff_id
                        where p.state = 'PLANNED' and %s order by p.at, p.id limit %d""".formatted(which, MOST))
                .params(values)
                .query((row, i) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        new CareUnitId(row.getObject("receiving_unit_id", UUID.class)),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        new ClientId(row.getObject("client_id", UUID.class)),
                        row.getString("call_name") + ", "
                                + Objects.requireNonNullElse(row.getString("listed_name"), ""),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.staff() == null || to.unit() == null || to.staff().equals(matter.staff())) return false;
        return jdbc.sql("""
                        update assessment.planned_call set staff_id = ?, receiving_unit_id = ?
                        where id = ? and state = 'PLANNED'""")
                        .params(to.staff().value(), to.unit().value(), matter.id())
                        .update()
                == 1;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        UUID conversation = jdbc.sql("select retention_unit_id from assessment.planned_call where id = ?")
                .params(matter.id())
                .query(UUID.class)
                .single();
        if (calls.cancel(new PlannedCallId(matter.id())))
            retention.keepFrom(new RetentionUnitId(conversation), clock.instant());
        codes.end(matter.id());
    }
}
