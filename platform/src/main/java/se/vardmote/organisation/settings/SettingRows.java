package se.vardmote.organisation.settings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** How settings are written, and who has written what. Who may, the caller knows. */
@Component
public class SettingRows {
    public static final int ON_A_PAGE = 50;
    private final JdbcClient database;

    public SettingRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A change.
     *
     * @param unit null for the care provider as a whole
     * @param before as it was kept; null when it was inherited
     * @param after null when it is inherited from then on
     * @param by as everybody may read the name
     */
    public record Change(
            UUID id,
            @Nullable CareUnitId unit,
            String key,
            @Nullable String before,
            @Nullable String after,
            String by,
            Instant at) {}

    /** @param unit null for the care provider as a whole */
    public record Place(
            CareProviderId careProvider, @Nullable CareUnitId unit) {}

    /**
     * Writes what is decided at a place, and that it was. Nothing when that is decided there already. Call in a transaction.
     *
     * @param text as the kind writes it; null for what is inherited
     * @return whether anything changed
     * @throws org.springframework.dao.DataIntegrityViolationException when it names another care provider's unit
     */
    public boolean decide(Place place, Setting<?> setting, @Nullable String text, StaffId by, Instant at) {
        lock(place.careProvider());
        String before = own(place.careProvider(), setting.key()).get(place.unit());
        if (text == null ? before == null : text.equals(before)) return false;
        if (text == null) remove(place, setting.key());
        else keep(place, setting, text);
        database.sql("""
                        insert into organisation.setting_change
                            (id, care_provider_id, care_unit_id, key, before, after, changed_by_staff_id, changed_at)
                        values (uuidv7(), :provider, :unit, :key, :before, :after, :by, :at)""")
                .param("provider", place.careProvider().value())
                .param("unit", id(place.unit()))
                .param("key", setting.key())
                .param("before", before)
                .param("after", text)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    /** Changes of one care provider come one at a time, so that what was there before is what the record says. */
    public void lock(CareProviderId careProvider) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('organisation.setting ' || :provider, 0))::text")
                .param("provider", careProvider.toString())
                .query(String.class)
                .list();
    }

    private void keep(Place place, Setting<?> setting, String text) {
        boolean names = setting.kind() instanceof Kind.OtherUnit && !text.isEmpty();
        database.sql("""
                        insert into organisation.setting (care_provider_id, care_unit_id, key, value, names_unit)
                        values (:provider, :unit, :key, :value, cast(:names as uuid))
                        on conflict (care_provider_id, care_unit_id, key)
                        do update set value = excluded.value, names_unit = excluded.names_unit""")
                .param("provider", place.careProvider().value())
                .param("unit", id(place.unit()))
                .param("key", setting.key())
                .param("value", names ? null : text)
                .param("names", names ? text : null)
                .update();
    }

    private void remove(Place place, String key) {
        database.sql("""
                        delete from organisation.setting where care_provider_id = :provider
                            and care_unit_id is not distinct from cast(:unit as uuid) and key = :key""")
                .param("provider", place.careProvider().value())
                .param("unit", id(place.unit()))
                .param("key", key)
                .update();
    }

    /** What units of a care provider have decided themselves about one thing; the care provider as a whole under null. */
    public Map<@Nullable CareUnitId, String> own(CareProviderId careProvider, String key) {
        Map<@Nullable CareUnitId, String> own = new HashMap<>();
        database.sql("""
                        select care_unit_id, coalesce(value, names_unit::text) as kept from organisation.setting
                        where care_provider_id = ? and key = ?""").params(careProvider.value(), key).query(row -> {
            own.put(Settings.unit(row, "care_unit_id"), row.getString("kept"));
        });
        return own;
    }

    /** Who changed one thing at one place, latest first; at most a page. */
    public List<Change> changes(Place place, String key) {
        return changes("""
                        c.care_provider_id = :provider and c.care_unit_id is not distinct from cast(:unit as uuid) and c.key = :key
                        and cast(:before as uuid) is null""", place, key, null);
    }

    /** Who changed what at a care provider, latest first. @param before the last of the page before, or null */
    public List<Change> changes(CareProviderId careProvider, @Nullable UUID before) {
        return changes("""
                        c.care_provider_id = :provider and cast(:unit as uuid) is null and cast(:key as text) is null
                        and (cast(:before as uuid) is null or c.id < cast(:before as uuid))""", new Place(careProvider, null), null, before);
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private List<Change> changes(String which, Place place, @Nullable String key, @Nullable UUID before) {
        return database.sql("""
                        select c.*, s.listed_name from organisation.setting_change c
                        join organisation.staff s on s.id = c.changed_by_staff_id
                        where %s order by c.id desc limit :most""".formatted(which))
                .param("provider", place.careProvider().value())
                .param("unit", id(place.unit()))
                .param("key", key)
                .param("before", before)
                .param("most", ON_A_PAGE)
                .query((row, n) -> new Change(
                        row.getObject("id", UUID.class),
                        Settings.unit(row, "care_unit_id"),
                        row.getString("key"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("listed_name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable UUID id(@Nullable CareUnitId unit) {
        return unit == null ? null : unit.value();
    }
}
