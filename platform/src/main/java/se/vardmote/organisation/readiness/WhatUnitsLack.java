package se.vardmote.organisation.readiness;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.vocabulary.CareUnitId;

/** What the register of staff says that units lack. */
@Component
public class WhatUnitsLack {
    private final JdbcClient database;

    public WhatUnitsLack(JdbcClient database) {
        this.database = database;
    }

    public Set<CareUnitId> head(Collection<CareUnitId> units) {
        return without(units, LocalDate.EPOCH, """
                select from organisation.head_of_unit h where h.care_unit_id = u.id and h.staff_id is not null""");
    }

    /** Anybody who has a commission or an assignment there on a day. */
    public Set<CareUnitId> staff(Collection<CareUnitId> units, LocalDate day) {
        return without(units, day, """
                select 1 from organisation.commission c where c.care_unit_id = u.id
                    and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                union all
                select 1 from organisation.assignment a where a.care_unit_id = u.id
                    and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day)""");
    }

    /** A device that may be used. */
    public Set<CareUnitId> device(Collection<CareUnitId> units) {
        return without(units, LocalDate.EPOCH, """
                select from organisation.device d where d.care_unit_id = u.id and d.revoked_at is null and not d.defect""");
    }

    /** {@code has} is one of our own questions, never anything that came in. */
    private Set<CareUnitId> without(Collection<CareUnitId> units, LocalDate day, String has) {
        return database
                .sql("select u.id from organisation.care_unit u where u.id = any(:units) and not exists (" + has + ")")
                .param("units", ids(units))
                .param("day", day)
                .query(UUID.class)
                .list()
                .stream()
                .map(CareUnitId::new)
                .collect(Collectors.toSet());
    }

    /** How many with a commission for care lack some part of the training (R3-32 to R3-34); units where nobody does are missing. */
    public Map<CareUnitId, Integer> untrained(Collection<CareUnitId> units, LocalDate day) {
        Map<CareUnitId, Integer> untrained = new HashMap<>();
        database.sql("""
                        select c.care_unit_id, count(distinct c.staff_id) as people from organisation.commission c
                        where c.care_unit_id = any(:units) and lower(c.purpose) = lower(:care)
                            and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                            and (select count(*) from organisation.qualification q
                                 where q.care_provider_id = c.care_provider_id and q.staff_id = c.staff_id
                                    and q.completed_on <= :day and (q.expires_on is null or q.expires_on >= :day)) < :all
                        group by c.care_unit_id""")
                .param("units", ids(units))
                .param("care", Commission.CARE_AND_TREATMENT)
                .param("day", day)
                .param("all", Qualification.Kind.values().length)
                .query(row -> {
                    untrained.put(new CareUnitId(row.getObject("care_unit_id", UUID.class)), row.getInt("people"));
                });
        return untrained;
    }

    private static UUID[] ids(Collection<CareUnitId> units) {
        return units.stream().map(CareUnitId::value).toArray(UUID[]::new);
    }
}
