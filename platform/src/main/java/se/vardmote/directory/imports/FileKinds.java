package se.vardmote.directory.imports;

import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;

/** What a file would do, whatever it is about. */
@Component
class FileKinds {
    private final UnitFile units;
    private final StaffFile staff;
    private final CommissionFile commissions;
    private final AssignmentFile assignments;
    private final QualificationFile qualifications;
    private final DeviceFile devices;
    private final PatientFile patients;

    FileKinds(
            UnitFile units,
            StaffFile staff,
            CommissionFile commissions,
            AssignmentFile assignments,
            QualificationFile qualifications,
            DeviceFile devices,
            PatientFile patients) {
        this.units = units;
        this.staff = staff;
        this.commissions = commissions;
        this.assignments = assignments;
        this.qualifications = qualifications;
        this.devices = devices;
        this.patients = patients;
    }

    Plan plan(SystemAdministrator by, Kind kind, List<CsvFile.Row> rows) {
        return switch (kind) {
            case UNITS -> units.plan(by, rows);
            case STAFF -> staff.plan(by, rows);
            case COMMISSIONS -> commissions.plan(by, rows);
            case ASSIGNMENTS -> assignments.plan(by, rows);
            case QUALIFICATIONS -> qualifications.plan(by, rows);
            case DEVICES -> devices.plan(by, rows);
            case PATIENTS -> patients.plan(by, rows);
        };
    }
}
