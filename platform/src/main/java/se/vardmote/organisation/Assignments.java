package se.vardmote.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Who works in social services today, and where. */
@Component
public class Assignments {
    private static final int MOST = 50;
    private final JdbcClient database;

    public Assignments(JdbcClient database) {
        this.database = database;
    }

    /** Empty when the assignment does not hold on {@code day}, or its unit has closed. */
    public Optional<AtAssignment> at(AssignmentId assignment, LocalDate day) {
        return read("a.id = :value", assignment.value(), day).stream().findFirst();
    }

    /** What somebody is assigned to on a day, at every care provider; at most 50. */
    public List<AtAssignment> of(StaffId staff, LocalDate day) {
        return read("a.staff_id = :value", staff.value(), day);
    }

    /** Whom an account of a care provider belongs to, as its sign-in service spells it, letter by letter. */
    public Optional<Staff> holderOf(CareProviderId careProvider, String account) {
        return database.sql("""
                        select s.* from organisation.account a join organisation.staff s on s.id = a.staff_id
                        where a.care_provider_id = :provider and a.account = :account""")
                .param("provider", careProvider.value())
                .param("account", account)
                .query((row, n) -> Rows.staff(row, ""))
                .optional();
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private List<AtAssignment> read(String which, UUID value, LocalDate day) {
        return database.sql("""
                        select a.*, s.id as s_id, s.hsa_id as s_hsa_id, s.listed_name as s_listed_name,
                               s.profession as s_profession, s.licensed as s_licensed,
                               u.id as u_id, u.care_provider_id as u_care_provider_id, u.name as u_name,
                               u.hsa_id as u_hsa_id, u.phone as u_phone, u.parent_unit_id as u_parent_unit_id,
                               u.valid_from as u_valid_from, u.valid_to as u_valid_to
                        from organisation.assignment a
                        join organisation.staff s on s.id = a.staff_id
                        join organisation.care_unit u on u.id = a.care_unit_id
                        where %s and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day)
                            and (u.valid_from is null or u.valid_from <= :day) and (u.valid_to is null or u.valid_to >= :day)
                        order by u.name, a.kind, a.id limit :most""".formatted(which))
                .param("value", value)
                .param("day", day)
                .param("most", MOST)
                .query((row, n) -> new AtAssignment(Rows.staff(row, "s_"), Rows.assignment(row), Rows.unit(row, "u_")))
                .list();
    }
}
