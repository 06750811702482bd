package se.vardmote.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Reads rows of the register; columns may have a prefix where several tables are joined. */
final class Rows {
    private Rows() {}

    static CareProvider careProvider(ResultSet row) throws SQLException {
        return new CareProvider(
                new CareProviderId(row.getObject("id", UUID.class)),
                row.getString("name"),
                HsaId.of(row.getString("hsa_id")),
                CareProvider.Kind.valueOf(row.getString("kind")),
                row.getBoolean("joined_documentation"));
    }

    static CareUnit unit(ResultSet row, String prefix) throws SQLException {
        UUID parent = row.getObject(prefix + "parent_unit_id", UUID.class);
        return new CareUnit(
                new CareUnitId(row.getObject(prefix + "id", UUID.class)),
                new CareProviderId(row.getObject(prefix + "care_provider_id", UUID.class)),
                row.getString(prefix + "name"),
                HsaId.of(row.getString(prefix + "hsa_id")),
                new PhoneNumber(row.getString(prefix + "phone")),
                parent == null ? null : new CareUnitId(parent),
                row.getObject(prefix + "valid_from", LocalDate.class),
                row.getObject(prefix + "valid_to", LocalDate.class));
    }

    /** The same with the number to ring: {@link Organisation} asks for it where somebody may. */
    static CareUnit reachable(ResultSet row) throws SQLException {
        CareUnit unit = unit(row, "");
        String dutyPhone = row.getString("duty_phone");
        return new CareUnit(
                unit.id(),
                unit.careProvider(),
                unit.name(),
                unit.hsaId(),
                unit.phone(),
                unit.parent(),
                unit.validFrom(),
                unit.validTo(),
                dutyPhone == null ? null : new PhoneNumber(dutyPhone));
    }

    static Staff staff(ResultSet row, String prefix) throws SQLException {
        Profession profession = Profession.valueOf(row.getString(prefix + "profession"));
        return new Staff(
                new StaffId(row.getObject(prefix + "id", UUID.class)),
                HsaId.of(row.getString(prefix + "hsa_id")),
                row.getString(prefix + "listed_name"),
                profession,
                profession.licensable() && row.getBoolean(prefix + "licensed"));
    }

    static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                new AssignmentId(row.getObject("id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                Assignment.Kind.valueOf(row.getString("kind")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    static Commission commission(ResultSet row, String prefix) throws SQLException {
        UUID unit = row.getObject(prefix + "care_unit_id", UUID.class);
        return new Commission(
                new CommissionId(row.getObject(prefix + "id", UUID.class)),
                new StaffId(row.getObject(prefix + "staff_id", UUID.class)),
                new CareProviderId(row.getObject(prefix + "care_provider_id", UUID.class)),
                unit == null ? null : new CareUnitId(unit),
                row.getString(prefix + "name"),
                row.getString(prefix + "purpose"),
                row.getObject(prefix + "valid_from", LocalDate.class),
                row.getObject(prefix + "valid_to", LocalDate.class));
    }
}
