package se.vardmote.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.RegisterRows;
import se.vardmote.organisation.Staff;

/**
 * A session together with what the register knows of its holder today.
 *
 * @param atWork empty when its commission does not hold today, or it has none
 * @param administers whether the holder administers the system of the session's care provider
 */
record HeldSession(SessionRow row, Staff holder, Optional<AtWork> atWork, boolean administers) {

    static HeldSession read(ResultSet row) throws SQLException {
        boolean works = row.getObject("c_id") != null;
        return new HeldSession(
                SessionRow.read(row),
                RegisterRows.staff(row, "p_"),
                works ? Optional.of(RegisterRows.atWork(row)) : Optional.empty(),
                row.getBoolean("administers_there"));
    }

    Optional<Actor> administrator() {
        if (!administers) return Optional.empty();
        return Optional.of(new SystemAdministrator(
                row.id(), holder.id(), holder.hsaId(), holder.name(), row.careProvider(), row.assurance()));
    }
}
