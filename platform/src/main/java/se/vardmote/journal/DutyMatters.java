package se.vardmote.journal;

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
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.StaffId;

/**
 * Calls that have ended and that nobody has signed a note of. Somebody licensed of the same care provider writes it instead; the
 * duty itself ends by a signature only (patientdatalagen 3:9).
 */
@Component
class DutyMatters implements OpenMatters {
    private final JdbcClient jdbc;
    private final Duties duties;

    DutyMatters(JdbcClient jdbc, Duties duties) {
        this.jdbc = jdbc;
        this.duties = duties;
    }

    @Override
    public String word() {
        return "duty";
    }

    @Override
    public To to() {
        return To.PROFESSIONAL;
    }

    @Override
    public boolean mayEnd() {
        return false;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return open(
                "d.care_provider_id = ? and d.care_unit_id = ?",
                unit.careProvider().value(),
                unit.id().value());
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return open("d.care_provider_id = ? and d.staff_id = ?", careProvider.value(), staff.value());
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private List<OpenMatter> open(String which, Object... values) {
        return jdbc.sql("""
                        select d.id, d.care_provider_id, d.care_unit_id, d.staff_id, d.client_id, d.opened_at, s.listed_name
                        from journal.duty d join journal.completion c on c.duty_id = d.id
                        left join organisation.staff s on s.id = d.staff_id
                        where d.signed_at is null and d.removed_at is null and %s
                        order by d.opened_at, d.id limit %d""".formatted(which, MOST))
                .params(values)
                .query((row, i) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        new ClientId(row.getObject("client_id", UUID.class)),
                        Objects.requireNonNullElse(row.getString("listed_name"), ""),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.staff() == null || to.unit() == null || to.staff().equals(matter.staff())) return false;
        Duty duty = duties.find(matter.careProvider(), new DutyId(matter.id())).orElseThrow();
        duties.move(duty, to.staff(), to.unit());
        return true;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        throw new IllegalStateException("a duty to document ends by a signature");
    }
}
