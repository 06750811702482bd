package se.vardmote.organisation.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;

/** What holds at one unit, or for a care provider as a whole. */
public final class InForce {
    private final @Nullable CareUnitId unit;
    private final Map<String, Row> rows;

    /** @param from the unit whose row it is; null for the care provider's */
    record Row(String value, @Nullable CareUnitId from) {}

    /** @param unit null for the care provider as a whole */
    InForce(@Nullable CareUnitId unit, Map<String, Row> rows) {
        this.unit = unit;
        this.rows = Map.copyOf(rows);
    }

    public <T> T value(Setting<T> setting) {
        Row row = rows.get(setting.key());
        return row == null ? setting.usual() : setting.kind().kept(row.value());
    }

    /** The same as it is kept. */
    public String text(Setting<?> setting) {
        Row row = rows.get(setting.key());
        return row == null ? setting.usualText() : row.value();
    }

    public Origin origin(Setting<?> setting) {
        Row row = rows.get(setting.key());
        if (row == null) return new Origin.OfProduct();
        if (unit == null ? row.from() == null : unit.equals(row.from())) return new Origin.Own();
        return row.from() == null ? new Origin.OfCareProvider() : new Origin.OfUnit(row.from());
    }

    /** Whether anybody has decided it. */
    public boolean decided(Setting<?> setting) {
        return rows.containsKey(setting.key());
    }
}
