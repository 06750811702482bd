package se.vardmote.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.platform.ProblemException;
import se.vardmote.retention.RetentionProblem;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** From rows to drop-ins: decrypts what was typed. */
final class DropInRows {
    static final String PATIENT = "patient-name";
    static final String STAFF = "staff-name";
    static final String PHONE = "staff-phone";
    static final String NOTE = "identity-note";
    static final String AGREED = "spoken-with";
    static final String INFORMED_WHY = "informed-why";
    static final String MESSAGE = "message";

    private final RetentionUnits retention;

    DropInRows(RetentionUnits retention) {
        this.retention = retention;
    }

    DropIn read(ResultSet row) throws SQLException {
        var conversation = new RetentionUnitId(row.getObject("retention_unit_id", UUID.class));
        UUID from = row.getObject("from_unit_id", UUID.class);
        String wanted = row.getString("wanted_profession");
        UUID agreedWith = row.getObject("spoken_with_staff_id", UUID.class);
        String profession = row.getString("staff_profession");
        OffsetDateTime agreedFor = row.getObject("agreed_for", OffsetDateTime.class);
        return new DropIn(
                new DropInId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("receiving_unit_id", UUID.class)),
                conversation,
                new ClientId(row.getObject("client_id", UUID.class)),
                from == null ? null : new CareUnitId(from),
                row.getString("from_area"),
                CallReason.valueOf(row.getString("reason")),
                wanted == null ? null : Profession.valueOf(wanted),
                agreedWith == null ? null : new StaffId(agreedWith),
                profession == null ? null : Profession.valueOf(profession),
                agreedFor == null ? null : agreedFor.toInstant(),
                row.getObject("knocked_at", OffsetDateTime.class).toInstant(),
                DropIn.State.valueOf(row.getString("state")),
                typed(conversation, row),
                row.getBoolean("protected_identity"),
                judgement(conversation, row));
    }

    private DropIn.Typed typed(RetentionUnitId conversation, ResultSet row) throws SQLException {
        if (row.getBytes("patient_name_sealed") == null)
            throw new ProblemException(new RetentionProblem.Forgotten(conversation));
        byte[] note = row.getBytes("identity_note_sealed");
        String agreedWith = row.getString("spoken_with");
        return new DropIn.Typed(
                retention.decrypt(conversation, PATIENT, row.getBytes("patient_name_sealed")),
                retention.decrypt(conversation, STAFF, row.getBytes("staff_name_sealed")),
                PhoneNumber.parse(retention.decrypt(conversation, PHONE, row.getBytes("staff_phone_sealed")))
                        .orElseThrow(),
                note == null ? null : retention.decrypt(conversation, NOTE, note),
                agreedWith == null
                        ? retention.decrypt(conversation, AGREED, row.getBytes("spoken_with_sealed"))
                        : agreedWith);
    }

    private DropIn.@Nullable Judgement judgement(RetentionUnitId conversation, ResultSet row) throws SQLException {
        UUID by = row.getObject("judged_by_staff_id", UUID.class);
        if (by == null) return null;
        String informed = row.getString("informed");
        UUID meeting = row.getObject("meeting_id", UUID.class);
        return new DropIn.Judgement(
                DropIn.Outcome.valueOf(row.getString("outcome")),
                new StaffId(by),
                row.getString("judged_by"),
                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                informed == null ? null : DropIn.Informed.valueOf(informed),
                open(conversation, INFORMED_WHY, row.getBytes("informed_why_sealed")),
                row.getString("reason_code"),
                open(conversation, MESSAGE, row.getBytes("message_sealed")),
                meeting == null ? null : new MeetingId(meeting));
    }

    private String open(RetentionUnitId conversation, String field, byte @Nullable [] sealed) {
        return sealed == null ? "" : retention.decrypt(conversation, field, sealed);
    }
}
