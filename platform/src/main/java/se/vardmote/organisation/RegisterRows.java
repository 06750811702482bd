package se.vardmote.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the register where it is asked together with something that others keep, such as a sign-in. */
public final class RegisterRows {
    private RegisterRows() {}

    /** A row of the function {@code organisation.at_work}. */
    public static AtWork atWork(ResultSet row) throws SQLException {
        return new AtWork(
                Rows.staff(row, "s_"),
                Rows.commission(row, "c_"),
                Rows.unit(row, "u_"),
                row.getBoolean("administers"),
                row.getBoolean("heads"),
                row.getBoolean("may_meet"));
    }

    /** A row of {@code organisation.staff} whose columns have a prefix. */
    public static Staff staff(ResultSet row, String prefix) throws SQLException {
        return Rows.staff(row, prefix);
    }
}
