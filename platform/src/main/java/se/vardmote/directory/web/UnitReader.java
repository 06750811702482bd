package se.vardmote.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.register.Units;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.StaffId;

/** Reads the form of a unit. */
@Component
class UnitReader {
    private final Units units;
    private final Organisation organisation;

    UnitReader(Units units, Organisation organisation) {
        this.units = units;
        this.organisation = organisation;
    }

    /** What the form says, or what is wrong: field name → refusal code. */
    record Reading(@Nullable CareUnit unit, @Nullable StaffId head, Map<String, String> errors) {}

    /** @param before the unit that is changed; null for a new one */
    Reading read(SystemAdministrator by, UnitForm form, @Nullable CareUnit before) {
        var reading = new FormReading();
        String name = reading.line("name", form.name());
        HsaId hsaId = before == null ? reading.hsaId("hsaId", form.hsaId()) : before.hsaId();
        PhoneNumber phone = reading.phone("phone", form.phone());
        CareUnitId parent = parent(by, form.parent(), before, reading);
        LocalDate from = reading.day("validFrom", form.validFrom());
        LocalDate to = reading.day("validTo", form.validTo());
        reading.inOrder(from, to);
        StaffId head = head(by, form.head(), before, reading);
        if (reading.refused() || name == null || hsaId == null || phone == null)
            return new Reading(null, null, reading.errors());
        CareUnitId id = before == null ? CareUnitId.next() : before.id();
        return new Reading(
                new CareUnit(id, by.careProvider(), name, hsaId, phone, parent, from, to), head, reading.errors());
    }

    private @Nullable CareUnitId parent(
            SystemAdministrator by, String typed, @Nullable CareUnit before, FormReading reading) {
        CareUnitId parent = typed.isEmpty() ? null : unit(by, "parent", typed, reading);
        return parent != null && before != null && units.liesIn(parent, before.id())
                ? reading.refused("parent", "circle")
                : parent;
    }

    /** A unit of the own care provider by its name or HSA-id. */
    @Nullable
    CareUnitId unit(SystemAdministrator by, String field, String typed, FormReading reading) {
        List<CareUnitId> called = units.called(by.careProvider(), typed);
        if (called.isEmpty()) return reading.refused(field, "unknown-unit");
        return called.size() > 1 ? reading.refused(field, "several-units") : called.getFirst();
    }

    private @Nullable StaffId head(
            SystemAdministrator by, String typed, @Nullable CareUnit before, FormReading reading) {
        HsaId hsaId = typed.isEmpty() ? null : reading.hsaId("head", typed);
        if (hsaId == null) return null;
        StaffId head = organisation.staffBy(hsaId).map(Staff::id).orElse(null);
        if (head == null) return reading.refused("head", "unknown-person");
        boolean already = before != null
                && units.headOf(before.id())
                        .map(Units.Head::id)
                        .filter(head::equals)
                        .isPresent();
        return head.equals(by.staff()) && !already ? reading.refused("head", "yourself") : head;
    }
}
