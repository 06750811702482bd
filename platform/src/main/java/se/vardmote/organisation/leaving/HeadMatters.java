package se.vardmote.organisation.leaving;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Who is head of a unit, or of which units somebody is. */
@Component
class HeadMatters implements OpenMatters {
    private static final String SELECT = """
            select h.care_unit_id, h.care_provider_id, h.staff_id, u.name || ', ' || s.listed_name as what
            from organisation.head_of_unit h join organisation.care_unit u on u.id = h.care_unit_id
            join organisation.staff s on s.id = h.staff_id
            where\s""";

    private final JdbcClient database;

    HeadMatters(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String word() {
        return "head";
    }

    @Override
    public To to() {
        return To.PERSON;
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    /** Who was head of a unit stays so in the register for as long as nobody says otherwise. */
    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return open("h.care_unit_id = ?", unit.id().value());
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return open("h.care_provider_id = ? and h.staff_id = ?", careProvider.value(), staff.value());
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private List<OpenMatter> open(String which, Object... values) {
        return database.sql(SELECT + which + " order by u.name, u.id limit " + MOST)
                .params(values)
                .query((row, n) -> new OpenMatter(
                        row.getObject("care_unit_id", UUID.class),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        Rows.unit(row, "care_unit_id"),
                        Rows.staff(row, "staff_id"),
                        null,
                        row.getString("what"),
                        null))
                .list();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.staff() == null || to.staff().equals(matter.staff())) return false;
        lead(matter, to.staff().value());
        return true;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        lead(matter, null);
    }

    private void lead(OpenMatter matter, @Nullable UUID staff) {
        database.sql("""
                        update organisation.head_of_unit set staff_id = cast(:staff as uuid)
                        where care_unit_id = :unit and care_provider_id = :provider""")
                .param("staff", staff)
                .param("unit", matter.id())
                .param("provider", matter.careProvider().value())
                .update();
    }
}
