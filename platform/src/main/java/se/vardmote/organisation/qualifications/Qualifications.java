package se.vardmote.organisation.qualifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return of(provider, List.of(staff)).getOrDefault(staff, each(Map.of()));
    }

    /** The same for many in one question; each has all three. */
    public Map<StaffId, List<Qualification>> of(CareProviderId provider, Collection<StaffId> staff) {
        Map<StaffId, Map<Qualification.Kind, Qualification>> known = new HashMap<>();
        database.sql(
                        "select * from organisation.qualification where care_provider_id = :provider and staff_id = any(:staff)")
                .param("provider", provider.value())
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> {
                    var one = qualification(row);
                    known.computeIfAbsent(new StaffId(row.getObject("staff_id", UUID.class)), none -> new HashMap<>())
                            .put(one.kind(), one);
                    return one;
                })
                .list();
        Map<StaffId, List<Qualification>> all = new HashMap<>();
        staff.forEach(one -> all.put(one, each(known.getOrDefault(one, Map.of()))));
        return all;
    }

    /** What somebody lacks on a day: not completed yet, or too long ago. */
    public List<Qualification.Kind> missing(CareProviderId provider, StaffId staff, LocalDate day) {
        return of(provider, staff).stream()
                .filter(one -> one.on(day) != Qualification.State.COMPLETED)
                .map(Qualification::kind)
                .toList();
    }

    private static List<Qualification> each(Map<Qualification.Kind, Qualification> known) {
        return Arrays.stream(Qualification.Kind.values())
                .map(kind -> known.getOrDefault(kind, Qualification.none(kind)))
                .toList();
    }

    private static Qualification qualification(ResultSet row) throws SQLException {
        return new Qualification(
                Qualification.Kind.valueOf(row.getString("kind")),
                row.getObject("planned_for", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class));
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
