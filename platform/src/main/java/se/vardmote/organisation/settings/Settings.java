package se.vardmote.organisation.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/** What units have decided: of each setting the nearest decision on the way up the tree, in one question. */
@Component
public class Settings {
    private final JdbcClient database;

    public Settings(JdbcClient database) {
        this.database = database;
    }

    public InForce of(CareUnitId unit) {
        return inForce(Set.of(unit), null).getOrDefault(unit, new InForce(unit, Map.of()));
    }

    /** One setting at one unit. */
    public <T> T of(CareUnitId unit, Setting<T> setting) {
        return of(Set.of(unit), setting)
                .getOrDefault(unit, new InForce(unit, Map.of()))
                .value(setting);
    }

    /** All settings at some units. */
    public Map<CareUnitId, InForce> of(Collection<CareUnitId> units) {
        return inForce(units, null);
    }

    /** One setting at some units. */
    public Map<CareUnitId, InForce> of(Collection<CareUnitId> units, Setting<?> setting) {
        return inForce(units, setting.key());
    }

    /** What holds where no unit has decided. */
    public InForce of(CareProviderId careProvider) {
        Map<String, InForce.Row> rows = new HashMap<>();
        database.sql("""
                        select key, coalesce(value, names_unit::text) as kept from organisation.setting
                        where care_provider_id = ? and care_unit_id is null""").params(careProvider.value()).query(row -> {
            rows.put(row.getString("key"), new InForce.Row(row.getString("kept"), null));
        });
        return new InForce(null, rows);
    }

    /** The settings that name a unit: what closes must not be named. */
    public List<Naming> naming(CareUnitId named) {
        return database.sql("""
                        select s.care_unit_id, s.key, coalesce(u.name, p.name) as place from organisation.setting s
                        join organisation.care_provider p on p.id = s.care_provider_id
                        left join organisation.care_unit u on u.id = s.care_unit_id
                        where s.names_unit = ? order by place, s.key limit 200""")
                .params(named.value())
                .query((row, n) -> new Naming(unit(row, "care_unit_id"), row.getString("key"), row.getString("place")))
                .list();
    }

    /**
     * @param unit null for the care provider as a whole
     * @param where name of either
     */
    public record Naming(@Nullable CareUnitId unit, String key, String where) {}

    private Map<CareUnitId, InForce> inForce(Collection<CareUnitId> units, @Nullable String key) {
        Map<CareUnitId, Map<String, InForce.Row>> rows = new HashMap<>();
        units.forEach(unit -> rows.put(unit, new HashMap<>()));
        database.sql("""
                        select for_unit, key, coalesce(value, names_unit::text) as kept, from_unit
                        from organisation.settings_of(:units, cast(:key as text))""")
                .param("units", units.stream().map(CareUnitId::value).toArray(UUID[]::new))
                .param("key", key)
                .query(row -> {
                    rows.computeIfAbsent(new CareUnitId(row.getObject("for_unit", UUID.class)), unit -> new HashMap<>())
                            .put(row.getString("key"), new InForce.Row(row.getString("kept"), unit(row, "from_unit")));
                });
        Map<CareUnitId, InForce> inForce = new HashMap<>();
        rows.forEach((unit, of) -> inForce.put(unit, new InForce(unit, of)));
        return inForce;
    }

    static @Nullable CareUnitId unit(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new CareUnitId(id);
    }
}
