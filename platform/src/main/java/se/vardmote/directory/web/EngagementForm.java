package se.vardmote.directory.web;

import java.time.LocalDate;
import se.vardmote.organisation.register.Engagement;

/**
 * A commission or an assignment as typed; an absent field is empty.
 *
 * @param kind {@code COMMISSION} or {@code ASSIGNMENT}
 * @param unit name or HSA-id, of a new one only
 * @param what purpose of a commission, kind of an assignment
 */
public record EngagementForm(String kind, String unit, String name, String what, String validFrom, String validTo) {

    public EngagementForm {
        kind = Typed.of(kind).equals("ASSIGNMENT") ? "ASSIGNMENT" : "COMMISSION";
        unit = Typed.of(unit);
        name = Typed.of(name);
        what = Typed.of(what);
        validFrom = Typed.of(validFrom);
        validTo = Typed.of(validTo);
    }

    static EngagementForm empty(String kind, LocalDate today) {
        return new EngagementForm(kind, "", "", "", today.toString(), "");
    }

    static EngagementForm of(Engagement one) {
        return new EngagementForm(
                one.kind().name(),
                Typed.of(one.unitName()),
                one.name(),
                one.what(),
                Typed.of(one.validFrom(), ""),
                Typed.of(one.validTo(), ""));
    }

    public boolean commission() {
        return kind.equals("COMMISSION");
    }
}
