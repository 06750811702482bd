package se.vardmote.organisation.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.Commission;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/** Commissions and assignments of one care provider. Whose they are, and at which unit, never changes: one is ended, another begun. */
@Component
public class Engagements {
    private static final int MOST = 200;
    private final JdbcClient database;

    public Engagements(JdbcClient database) {
        this.database = database;
    }

    /** Everything of one person at the care provider, those that hold or will hold first, then the latest ended. */
    public List<Engagement> of(CareProviderId provider, StaffId staff, LocalDate day) {
        return database.sql("""
                        select e.*, u.name as unit_name from (
                            select id, 'COMMISSION' as kind, care_unit_id, name, purpose as what, valid_from, valid_to
                            from organisation.commission where staff_id = :staff and care_provider_id = :provider
                            union all
                            select id, 'ASSIGNMENT', care_unit_id, '', kind, valid_from, valid_to
                            from organisation.assignment where staff_id = :staff and care_provider_id = :provider
                            union all
                            select care_unit_id, 'HEAD', care_unit_id, '', '', null, null
                            from organisation.head_of_unit where staff_id = :staff and care_provider_id = :provider) e
                        left join organisation.care_unit u on u.id = e.care_unit_id
                        order by coalesce(e.valid_to < greatest(e.valid_from, :day), false), coalesce(e.valid_from > :day, false),
                            e.valid_to desc nulls first, e.kind, u.name, e.id limit :most""")
                .param("provider", provider.value())
                .param("staff", staff.value())
                .param("day", day)
                .param("most", MOST)
                .query((row, n) -> engagement(row))
                .list();
    }

    public Optional<Engagement> find(CareProviderId provider, StaffId staff, LocalDate day, UUID id) {
        return of(provider, staff, day).stream()
                .filter(one -> one.kind() != Engagement.Kind.HEAD && one.id().equals(id))
                .findFirst();
    }

    /** Every commission of some people at the care provider, ended ones too. */
    public List<Commission> commissionsOf(CareProviderId provider, Collection<StaffId> staff) {
        return database.sql("""
                        select * from organisation.commission where care_provider_id = :provider and staff_id = any(:staff)
                        order by id""")
                .param("provider", provider.value())
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> new Commission(
                        new CommissionId(Reading.id(row, "id")),
                        new StaffId(Reading.id(row, "staff_id")),
                        provider,
                        Reading.unit(row, "care_unit_id"),
                        row.getString("name"),
                        row.getString("purpose"),
                        row.getObject("valid_from", LocalDate.class),
                        Reading.day(row, "valid_to")))
                .list();
    }

    /** Every assignment of some people at the care provider, ended ones too. */
    public List<Assignment> assignmentsOf(CareProviderId provider, Collection<StaffId> staff) {
        return database.sql("""
                        select * from organisation.assignment where care_provider_id = :provider and staff_id = any(:staff)
                        order by id""")
                .param("provider", provider.value())
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> new Assignment(
                        new AssignmentId(Reading.id(row, "id")),
                        new StaffId(Reading.id(row, "staff_id")),
                        provider,
                        new CareUnitId(Reading.id(row, "care_unit_id")),
                        Assignment.Kind.valueOf(row.getString("kind")),
                        row.getObject("valid_from", LocalDate.class),
                        Reading.day(row, "valid_to")))
                .list();
    }

    /** Adds a commission, or changes the name, purpose and days of the one of that id. */
    public void keep(Commission commission) {
        database.sql("""
                        insert into organisation.commission
                            (id, staff_id, care_provider_id, care_unit_id, name, purpose, valid_from, valid_to)
                        values (:id, :staff, :provider, :unit, :name, :purpose, :from, :to)
                        on conflict (id) do update set name = excluded.name, purpose = excluded.purpose,
                            valid_from = excluded.valid_from, valid_to = excluded.valid_to
                        where organisation.commission.care_provider_id = excluded.care_provider_id""")
                .param("id", commission.id().value())
                .param("staff", commission.staff().value())
                .param("provider", commission.careProvider().value())
                .param(
                        "unit",
                        commission.careUnit() == null
                                ? null
                                : commission.careUnit().value())
                .param("name", commission.name())
                .param("purpose", commission.purpose())
                .param("from", commission.validFrom())
                .param("to", commission.validTo())
                .update();
    }

    /** Adds an assignment, or changes the kind and days of the one of that id. */
    public void keep(Assignment assignment) {
        database.sql("""
                        insert into organisation.assignment
                            (id, staff_id, care_provider_id, care_unit_id, kind, valid_from, valid_to)
                        values (:id, :staff, :provider, :unit, :kind, :from, :to)
                        on conflict (id) do update set kind = excluded.kind, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to
                        where organisation.assignment.care_provider_id = excluded.care_provider_id""")
                .param("id", assignment.id().value())
                .param("staff", assignment.staff().value())
                .param("provider", assignment.careProvider().value())
                .param("unit", assignment.careUnit().value())
                .param("kind", assignment.kind().name())
                .param("from", assignment.validFrom())
                .param("to", assignment.validTo())
                .update();
    }

    private static Engagement engagement(ResultSet row) throws SQLException {
        return new Engagement(
                Reading.id(row, "id"),
                Engagement.Kind.valueOf(row.getString("kind")),
                Reading.unit(row, "care_unit_id"),
                row.getString("unit_name"),
                row.getString("name"),
                row.getString("what"),
                Reading.day(row, "valid_from"),
                Reading.day(row, "valid_to"));
    }
}
