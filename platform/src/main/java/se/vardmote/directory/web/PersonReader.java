package se.vardmote.directory.web;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.register.Person;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Reads the form of a person. */
final class PersonReader {
    private static final String TICKED = "yes";

    private PersonReader() {}

    /** What the form says, or what is wrong: field name → refusal code. */
    record Reading(@Nullable Person person, Map<String, String> errors) {}

    /** @param before the person who is changed; null for a new one */
    static Reading read(SystemAdministrator by, PersonForm form, @Nullable Person before) {
        var reading = new FormReading();
        HsaId hsaId = before == null ? reading.hsaId("hsaId", form.hsaId()) : before.hsaId();
        String name = reading.line("name", form.name());
        Profession profession = profession(form.profession(), reading);
        boolean licensed = form.licensed().equals(TICKED);
        if (licensed && profession != null && !profession.licensable()) reading.refuse("licensed", "no-such-licence");
        String number = number(form, licensed, reading);
        if (reading.refused() || hsaId == null || name == null || profession == null)
            return new Reading(null, reading.errors());
        boolean hidden = before == null ? form.protectedIdentity().equals(TICKED) : before.protectedIdentity();
        StaffId id = before == null ? StaffId.next() : before.id();
        return new Reading(
                new Person(id, by.careProvider(), hsaId, name, profession, licensed, number, hidden, null),
                reading.errors());
    }

    private static @Nullable Profession profession(String typed, FormReading reading) {
        return Arrays.stream(Profession.values())
                .filter(profession -> profession.name().equals(typed))
                .findFirst()
                .orElseGet(() -> reading.refused("profession", FormReading.MISSING));
    }

    private static @Nullable String number(PersonForm form, boolean licensed, FormReading reading) {
        if (form.licenceNumber().isEmpty()) return null;
        if (!licensed) return reading.refused("licenceNumber", "without-licence");
        return form.licenceNumber().matches("\\d{1,10}")
                ? form.licenceNumber()
                : reading.refused("licenceNumber", "digits");
    }
}
