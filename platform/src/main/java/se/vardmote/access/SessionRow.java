package se.vardmote.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.AtAssignment;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/**
 * A session as it is kept.
 *
 * @param commission null for an assignment and for a system administrator, who see no patients
 * @param assignment in social services; null for the others
 */
record SessionRow(
        SessionId id,
        StaffId staff,
        CareProviderId careProvider,
        @Nullable CommissionId commission,
        @Nullable AssignmentId assignment,
        Assurance assurance,
        WayIn way,
        Instant lastSeenAt) {

    static SessionRow read(ResultSet row) throws SQLException {
        UUID assignment = row.getObject("assignment_id", UUID.class);
        UUID commission = row.getObject("commission_id", UUID.class);
        return new SessionRow(
                new SessionId(row.getObject("id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                commission == null ? null : new CommissionId(commission),
                assignment == null ? null : new AssignmentId(assignment),
                Assurance.valueOf(row.getString("assurance")),
                WayIn.valueOf(row.getString("way")),
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
                work.headOfUnit(),
                work.mayMeet());
    }

    /** The holder, under the assignment that the register knows today. */
    SocialStaff under(AtAssignment at) {
        return new SocialStaff(
                id,
                at.staff().id(),
                at.staff().name(),
                at.assignment().id(),
                at.assignment().kind(),
                at.assignment().careProvider(),
                at.unit().id(),
                at.unit().name(),
                assurance,
                way);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
