package se.vardmote.meetings;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** Calls that go on. They end, or are handed over, in the call itself: nobody outside it takes a patient's call away. */
@Component
class RunningMatters implements OpenMatters {
    private final JdbcClient jdbc;

    RunningMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "meeting";
    }

    @Override
    public To to() {
        return To.NOBODY;
    }

    @Override
    public boolean mayEnd() {
        return false;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return open("m.care_unit_id = ?", unit.id().value());
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return open("m.care_provider_id = ? and m.chair_staff_id = ?", careProvider.value(), staff.value());
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private List<OpenMatter> open(String which, Object... values) {
        return jdbc.sql("""
                        select m.id, m.care_provider_id, m.care_unit_id, m.chair_staff_id, m.opened_at, s.listed_name
                        from meetings.meeting m left join organisation.staff s on s.id = m.chair_staff_id
                        where m.ended_at is null and %s order by m.opened_at, m.id limit %d""".formatted(which, MOST))
                .params(values)
                .query((row, i) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                        new StaffId(row.getObject("chair_staff_id", UUID.class)),
                        null,
                        Objects.requireNonNullElse(row.getString("listed_name"), ""),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        return false;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        throw new IllegalStateException("a call ends in the call");
    }
}
