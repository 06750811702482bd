package se.vardmote.organisation.qualifications;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Who is trained, by care provider: what one has recorded says nothing at another. */
@Component
public class Qualifications {
    private final JdbcClient database;

    public Qualifications(JdbcClient database) {
        this.database = database;
    }

    /** Each of the three, also those that nobody has recorded anything about. */
    public List<Qualification> of(CareProviderId provider, StaffId staff) {
        Map<Qualification.Kind, Qualification> known = database
                .sql("select * from organisation.qualification where care_provider_id = ? and staff_id = ?")
                .params(provider.value(), staff.value())
                .query((row, n) -> new Qualification(
                        Qualification.Kind.valueOf(row.getString("kind")),
                        row.getObject("planned_for", LocalDate.class),
                        row.getObject("completed_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Qualification::kind, Function.identity()));
        return Arrays.stream(Qualification.Kind.values())
                .map(kind -> known.getOrDefault(kind, Qualification.none(kind)))
                .toList();
    }

    /** What somebody lacks on a day: not completed yet, or too long ago. */
    public List<Qualification.Kind> missing(CareProviderId provider, StaffId staff, LocalDate day) {
        return of(provider, staff).stream()
                .filter(one -> one.on(day) != Qualification.State.COMPLETED)
                .map(Qualification::kind)
                .toList();
    }

    public void keep(CareProviderId provider, StaffId staff, Qualification one) {
        database.sql("""
                        insert into organisation.qualification
                            (care_provider_id, staff_id, kind, planned_for, completed_on, expires_on)
                        values (:provider, :staff, :kind, :planned, :completed, :expires)
                        on conflict (care_provider_id, staff_id, kind) do update set planned_for = excluded.planned_for,
                            completed_on = excluded.completed_on, expires_on = excluded.expires_on""")
                .param("provider", provider.value())
                .param("staff", staff.value())
                .param("kind", one.kind().name())
                .param("planned", one.plannedFor())
                .param("completed", one.completedOn())
                .param("expires", one.expiresOn())
                .update();
    }
}
