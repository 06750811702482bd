package se.vardmote.meetings;

import java.util.UUID;
import se.vardmote.access.Assurance;
import se.vardmote.access.SessionId;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Staff in the register, with a commission for care at a unit, as they are when signed in. */
public final class TestColleagues {
    private final TestCast cast;
    private final Organisation organisation;
    private int number = 2000;

    public TestColleagues(TestDatabase db) {
        this(TestCast.in(db), db);
    }

    public TestColleagues(TestCast cast, TestDatabase db) {
        this.cast = cast;
        this.organisation = new Organisation(db.app());
    }

    public StaffMember at(CareUnitId unit, String name, Profession profession) {
        CareUnit there = organisation.unit(unit).orElseThrow();
        HsaId hsaId = HsaId.of("SE2120001132-" + number++);
        StaffId staff = cast.staff(hsaId.value(), name, profession);
        CommissionId commission = cast.commission(staff, unit, TestCast.CARE);
        return new StaffMember(
                new SessionId(UUID.randomUUID()),
                staff,
                hsaId,
                name,
                profession,
                profession.licensable(),
                commission,
                there.careProvider(),
                unit,
                there.name(),
                Assurance.LOA3,
                false,
                false,
                true);
    }
}
