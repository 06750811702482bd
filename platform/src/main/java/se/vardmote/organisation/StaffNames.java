package se.vardmote.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.StaffId;

/**
 * Names of staff for those who keep the name of a day beside an id: the person may have protected identity since. What was kept
 * is for somebody who is not in the register. In SQL the same is {@code organisation.shown_name}.
 */
@Component
public class StaffNames {
    private final JdbcClient database;

    public StaffNames(JdbcClient database) {
        this.database = database;
    }

    /** As everybody may read them now, in one question; who is not in the register is missing. */
    public Map<StaffId, String> shown(Set<StaffId> staff) {
        return read("listed_name", staff);
    }

    /** To compare surnames with, also those of staff with protected identity. */
    public Surnames surnames(Set<StaffId> staff) {
        return new Surnames(read("name", staff));
    }

    /** {@code column} is one of our own, never anything that came in. */
    private Map<StaffId, String> read(String column, Set<StaffId> staff) {
        if (staff.isEmpty()) return Map.of();
        Map<StaffId, String> names = new HashMap<>();
        database.sql("select id, %s as name from organisation.staff where id = any(:staff)".formatted(column))
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> names.put(new StaffId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
        return names;
    }
}
