package se.vardmote.directory.web;

import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.CareUnit;

/**
 * A unit as typed; an absent field is empty.
 *
 * @param hsaId of a new unit only
 * @param parent name or HSA-id of the unit that it is a part of
 * @param head HSA-id of the head
 */
public record UnitForm(
        String name, String hsaId, String phone, String parent, String validFrom, String validTo, String head) {
    static final UnitForm EMPTY = new UnitForm("", "", "", "", "", "", "");

    public UnitForm {
        name = Typed.of(name);
        hsaId = Typed.of(hsaId);
        phone = Typed.of(phone);
        parent = Typed.of(parent);
        validFrom = Typed.of(validFrom);
        validTo = Typed.of(validTo);
        head = Typed.of(head);
    }

    static UnitForm of(CareUnit unit, @Nullable String parent, @Nullable String head) {
        return new UnitForm(
                unit.name(),
                unit.hsaId().value(),
                unit.phone().display(),
                Typed.of(parent),
                Typed.of(unit.validFrom(), ""),
                Typed.of(unit.validTo(), ""),
                Typed.of(head));
    }
}
