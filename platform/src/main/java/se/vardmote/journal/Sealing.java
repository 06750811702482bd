package se.vardmote.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import se.vardmote.retention.RetentionUnits;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a duty says under its documentation unit, each column of each row for itself. */
final class Sealing {
    /** What is stored is read for ten years, whatever the pages' JSON looks like by then. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RetentionUnits retention;

    Sealing(RetentionUnits retention) {
        this.retention = retention;
    }

    /** @param place exactly enough that two texts of a duty never share it: a column, or {@code note.<id>} */
    byte[] seal(Duty duty, String place, Object value) {
        return retention.encrypt(duty.documentation(), field(duty, place), JSON.writeValueAsString(value));
    }

    <T> T unseal(Duty duty, String place, byte[] sealed, Class<T> type) {
        return JSON.readValue(retention.decrypt(duty.documentation(), field(duty, place), sealed), type);
    }

    byte[] sealBytes(Duty duty, String place, byte[] plain) {
        return retention.encryptBytes(duty.documentation(), field(duty, place), plain);
    }

    byte[] unsealBytes(Duty duty, String place, byte[] sealed) {
        return retention.decryptBytes(duty.documentation(), field(duty, place), sealed);
    }

    /** What the first of these columns holds that is not null; the last never is. */
    <T> T first(Duty duty, ResultSet row, Class<T> type, String... columns) throws SQLException {
        for (String column : columns) {
            byte[] sealed = row.getBytes(column);
            if (sealed != null) return unseal(duty, column, sealed, type);
        }
        throw new IllegalStateException("a duty without text");
    }

    private static String field(Duty duty, String place) {
        return "duty." + duty.id() + "." + place;
    }
}
