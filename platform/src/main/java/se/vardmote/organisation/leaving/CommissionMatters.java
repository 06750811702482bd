package se.vardmote.organisation.leaving;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * Commissions that go on after the last day. Where one is never changes: handed over, one is ended and another of the same name
 * and purpose begins at the other unit on the day after (ADR 10).
 */
@Component
class CommissionMatters implements OpenMatters {
    private final JdbcClient database;

    CommissionMatters(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String word() {
        return "commission";
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
        return open(unit.careProvider(), unit.id(), null, lastDay);
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return open(careProvider, null, staff, lastDay);
    }

    /** One that begins later and ends at once holds for nothing. */
    private List<OpenMatter> open(
            CareProviderId careProvider, @Nullable CareUnitId unit, @Nullable StaffId staff, LocalDate lastDay) {
        return database.sql("""
                        select c.id, c.care_unit_id, c.staff_id, s.listed_name || ', ' || c.name as what
                        from organisation.commission c join organisation.staff s on s.id = c.staff_id
                        where c.care_provider_id = :provider
                            and (cast(:unit as uuid) is null or c.care_unit_id = cast(:unit as uuid))
                            and (cast(:staff as uuid) is null or c.staff_id = cast(:staff as uuid))
                            and (c.valid_to is null or c.valid_to > greatest(cast(:lastDay as date), c.valid_from))
                        order by s.listed_name, c.name, c.id limit :most""")
                .param("provider", careProvider.value())
                .param("unit", unit == null ? null : unit.value())
                .param("staff", staff == null ? null : staff.value())
                .param("lastDay", lastDay)
                .param("most", MOST)
                .query((row, n) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        careProvider,
                        Rows.unit(row, "care_unit_id"),
                        Rows.staff(row, "staff_id"),
                        null,
                        row.getString("what"),
                        null))
                .list();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.unit() == null || to.unit().equals(matter.unit())) return false;
        database.sql("""
                        insert into organisation.commission
                            (id, staff_id, care_provider_id, care_unit_id, name, purpose, valid_from, valid_to)
                        select uuidv7(), staff_id, care_provider_id, :unit, name, purpose,
                            greatest(cast(:next as date), valid_from), valid_to
                        from organisation.commission where id = :id""")
                .param("unit", to.unit().value())
                .param("next", act.lastDay().plusDays(1))
                .param("id", matter.id())
                .update();
        end(matter, act);
        return true;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        database.sql("""
                        update organisation.commission set valid_to = greatest(cast(:lastDay as date), valid_from)
                        where id = :id and care_provider_id = :provider""")
                .param("lastDay", act.lastDay())
                .param("id", matter.id())
                .param("provider", matter.careProvider().value())
                .update();
    }
}
