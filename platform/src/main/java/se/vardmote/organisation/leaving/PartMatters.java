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

/** Parts of a unit that stay open: each becomes a part of another unit, or of none. What they have inherited they then inherit from there. */
@Component
class PartMatters implements OpenMatters {
    private final JdbcClient database;

    PartMatters(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String word() {
        return "part";
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
        return database.sql("""
                        select id, name from organisation.care_unit
                        where parent_unit_id = :unit and (valid_to is null or valid_to > :lastDay)
                        order by name, id limit :most""")
                .param("unit", unit.id().value())
                .param("lastDay", lastDay)
                .param("most", MOST)
                .query((row, n) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        unit.careProvider(),
                        unit.id(),
                        null,
                        null,
                        row.getString("name"),
                        null))
                .list();
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return List.of();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.unit() == null || to.unit().equals(matter.unit()) || liesIn(to.unit(), matter.id())) return false;
        place(matter, to.unit());
        return true;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        place(matter, null);
    }

    private void place(OpenMatter matter, @Nullable CareUnitId parent) {
        database.sql("""
                        update organisation.care_unit set parent_unit_id = cast(:parent as uuid)
                        where id = :id and care_provider_id = :provider""")
                .param("parent", parent == null ? null : parent.value())
                .param("id", matter.id())
                .param("provider", matter.careProvider().value())
                .update();
    }

    private boolean liesIn(CareUnitId unit, UUID above) {
        return database.sql("""
                        with recursive way as (
                            select cast(:unit as uuid) as id
                            union
                            select u.parent_unit_id from way w join organisation.care_unit u on u.id = w.id
                            where u.parent_unit_id is not null)
                        select exists (select from way where id = :above)""")
                .param("unit", unit.value())
                .param("above", above)
                .query(Boolean.class)
                .single();
    }
}
