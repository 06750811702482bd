package se.vardmote.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import se.vardmote.retention.RetentionUnits;

/** Seals what a duty says under its documentation unit, each column of each row for itself. */
final class Sealing {
    private final RetentionUnits retention;

    Sealing(RetentionUnits retention) {
        this.retention = retention;
    }

    /** @param place exactly enough that two texts of a duty never share it: a column, or {@code note.<id>} */
    byte[] seal(Duty duty, String place, String plain) {
        return retention.encrypt(duty.documentation(), field(duty, place), plain);
    }

    String unseal(Duty duty, String place, byte[] sealed) {
        return retention.decrypt(duty.documentation(), field(duty, place), sealed);
    }

    byte[] seal(Duty duty, String place, byte[] plain) {
        return retention.encryptBytes(duty.documentation(), field(duty, place), plain);
    }

    byte[] unsealBytes(Duty duty, String place, byte[] sealed) {
        return retention.decryptBytes(duty.documentation(), field(duty, place), sealed);
    }

    /** What the first of these columns holds that is not null. */
    Optional<String> first(Duty duty, ResultSet row, String... columns) throws SQLException {
        for (String column : columns) {
            byte[] sealed = row.getBytes(column);
            if (sealed != null) return Optional.of(unseal(duty, column, sealed));
        }
        return Optional.empty();
    }

    private static String field(Duty duty, String place) {
        return "duty." + duty.id() + "." + place;
    }
}
