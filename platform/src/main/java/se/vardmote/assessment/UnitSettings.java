package se.vardmote.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What each receiving unit has decided, with the usual where it has decided nothing. */
@Component
public class UnitSettings {
    private static final TypeReference<EnumMap<CallReason, Integer>> URGENCIES = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final JsonMapper json;

    public UnitSettings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public UnitSetting of(CareUnitId unit) {
        return jdbc.sql("select * from assessment.unit_setting where care_unit_id = ?")
                .params(unit.value())
                .query((row, i) -> read(unit, row))
                .optional()
                .orElseGet(() -> UnitSetting.usual(unit));
    }

    private UnitSetting read(CareUnitId unit, ResultSet row) throws SQLException {
        Map<CallReason, Integer> urgencies = json.readValue(row.getString("urgencies"), URGENCIES);
        return new UnitSetting(
                seconds(row, "cover_after_seconds").orElse(UnitSetting.COVER_AFTER),
                seconds(row, "head_after_seconds").orElse(UnitSetting.HEAD_AFTER),
                id(row, "cover_unit_id").map(CareUnitId::new).orElse(unit),
                urgencies);
    }

    private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class)).map(Duration::ofSeconds);
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
