package se.vardmote.assessment.planned;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import se.vardmote.platform.ProblemException;
import se.vardmote.retention.RetentionProblem;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** From rows to planned calls: decrypts what was typed. */
final class PlannedCallRows {
    static final String PATIENT = "planned-patient-name";
    static final String STAFF = "planned-staff-name";
    static final String PHONE = "planned-staff-phone";
    private final RetentionUnits retention;

    PlannedCallRows(RetentionUnits retention) {
        this.retention = retention;
    }

    PlannedCall read(ResultSet row) throws SQLException {
        var conversation = new RetentionUnitId(row.getObject("retention_unit_id", UUID.class));
        UUID home = row.getObject("home_unit_id", UUID.class);
        String profession = row.getString("profession");
        return new PlannedCall(
                new PlannedCallId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("receiving_unit_id", UUID.class)),
                conversation,
                new ClientId(row.getObject("client_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                home == null ? null : new CareUnitId(home),
                row.getBoolean("by_care_worker"),
                Arrays.stream((String[]) row.getArray("purposes").getArray())
                        .map(PlannedCall.Purpose::valueOf)
                        .collect(Collectors.toSet()),
                CallReason.valueOf(row.getString("reason")),
                PlannedCall.Channel.valueOf(row.getString("channel")),
                profession == null ? null : Profession.valueOf(profession),
                row.getBoolean("protected_identity"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("call_name"),
                row.getObject("series_id", UUID.class),
                PlannedCall.State.valueOf(row.getString("state")),
                typed(conversation, row));
    }

    private PlannedCall.Typed typed(RetentionUnitId conversation, ResultSet row) throws SQLException {
        if (row.getBytes("patient_name_sealed") == null)
            throw new ProblemException(new RetentionProblem.Forgotten(conversation));
        return new PlannedCall.Typed(
                retention.decrypt(conversation, PATIENT, row.getBytes("patient_name_sealed")),
                retention.decrypt(conversation, STAFF, row.getBytes("staff_name_sealed")),
                PhoneNumber.parse(retention.decrypt(conversation, PHONE, row.getBytes("staff_phone_sealed")))
                        .orElseThrow());
    }

    byte[] seal(PlannedCall call, String field, String text) {
        return retention.encrypt(call.conversation(), field, text);
    }
}
