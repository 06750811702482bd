package se.vardmote.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/**
 * A session as it is kept.
 *
 * @param commission null for a system administrator, who sees no patients
 */
record SessionRow(
        SessionId id,
        StaffId staff,
        CareProviderId careProvider,
        @Nullable CommissionId commission,
        Assurance assurance,
        Instant lastSeenAt) {

    static SessionRow read(ResultSet row) throws SQLException {
        UUID commission = row.getObject("commission_id", UUID.class);
        return new SessionRow(
                new SessionId(row.getObject("id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                commission == null ? null : new CommissionId(commission),
                Assurance.valueOf(row.getString("assurance")),
                instant(row, "last_seen_at"));
    }

    /** The holder, at the work that the register knows today. */
    StaffMember at(AtWork work) {
        Staff holder = work.staff();
        Commission held = work.commission();
        return new StaffMember(
                id,
                holder.id(),
                holder.hsaId(),
                holder.name(),
                holder.profession(),
                holder.licensed(),
                held.id(),
                held.careProvider(),
                work.unit().id(),
                work.unit().name(),
                assurance,
                work.systemAdministrator(),
                work.headOfUnit());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
