package se.vardmote.organisation.leaving;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * What ties somebody to a unit between two days and goes on after the last. Where it is never changes: handed over, one is ended
 * and another like it begins at the other unit on the day after. One that has not begun by then never does: its last day becomes the
 * one before its first, and its row stays (ADR 10).
 */
abstract class UnitTies implements OpenMatters {
    private final JdbcClient database;
    private final String word;
    private final String kept;
    private final String shown;

    /**
     * @param word names the kind, and its table in the schema {@code organisation}
     * @param kept its columns that the other one has as well, besides whose and when
     * @param shown what one is called: SQL over the tie {@code t} and the staff {@code s}
     */
    UnitTies(JdbcClient database, String word, String kept, String shown) {
        this.database = database;
        this.word = word;
        this.kept = kept;
        this.shown = shown;
    }

    @Override
    public final String word() {
        return word;
    }

    @Override
    public final To to() {
        return To.UNIT;
    }

    @Override
    public final boolean mayEnd() {
        return true;
    }

    @Override
    public final List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return open(unit.careProvider(), unit.id(), null, lastDay);
    }

    @Override
    public final List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return open(careProvider, null, staff, lastDay);
    }

    /** One that never begins is not open. */
    private List<OpenMatter> open(
            CareProviderId careProvider, @Nullable CareUnitId unit, @Nullable StaffId staff, LocalDate lastDay) {
        return database.sql("""
                        select t.id, t.care_unit_id, t.staff_id, %s as what
                        from organisation.%s t join organisation.staff s on s.id = t.staff_id
                        where t.care_provider_id = :provider
                            and (cast(:unit as uuid) is null or t.care_unit_id = cast(:unit as uuid))
                            and (cast(:staff as uuid) is null or t.staff_id = cast(:staff as uuid))
                            and (t.valid_to is null or t.valid_to > cast(:lastDay as date) and t.valid_to >= t.valid_from)
                        order by what, t.id limit :most""".formatted(shown, word))
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
    public final boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.unit() == null || to.unit().equals(matter.unit())) return false;
        database.sql("""
                        insert into organisation.%1$s
                            (id, staff_id, care_provider_id, care_unit_id, %2$s, valid_from, valid_to)
                        select uuidv7(), staff_id, care_provider_id, :unit, %2$s,
                            greatest(cast(:next as date), valid_from), valid_to
                        from organisation.%1$s where id = :id""".formatted(word, kept))
                .param("unit", to.unit().value())
                .param("next", act.lastDay().plusDays(1))
                .param("id", matter.id())
                .update();
        end(matter, act);
        return true;
    }

    @Override
    public final void end(OpenMatter matter, Act act) {
        database.sql("""
                        update organisation.%s set valid_to = greatest(cast(:lastDay as date), valid_from - 1)
                        where id = :id and care_provider_id = :provider""".formatted(word))
                .param("lastDay", act.lastDay())
                .param("id", matter.id())
                .param("provider", matter.careProvider().value())
                .update();
    }
}
