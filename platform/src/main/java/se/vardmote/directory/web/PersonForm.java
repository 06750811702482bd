package se.vardmote.directory.web;

import se.vardmote.organisation.register.Person;

/**
 * One of the staff as typed; an absent field is empty.
 *
 * @param hsaId of a new person only
 * @param profession name of {@code Profession}
 * @param licensed {@code yes} when ticked
 * @param protectedIdentity {@code yes} when ticked, of a new person only
 */
public record PersonForm(
        String name, String hsaId, String profession, String licensed, String licenceNumber, String protectedIdentity) {
    static final PersonForm EMPTY = new PersonForm("", "", "", "", "", "");

    public PersonForm {
        name = Typed.of(name);
        hsaId = Typed.of(hsaId);
        profession = Typed.of(profession);
        licensed = Typed.of(licensed);
        licenceNumber = Typed.of(licenceNumber);
        protectedIdentity = Typed.of(protectedIdentity);
    }

    static PersonForm of(Person person) {
        return new PersonForm(
                person.name(),
                person.hsaId().value(),
                person.profession().name(),
                person.licensed() ? "yes" : "",
                Typed.of(person.licenceNumber()),
                person.protectedIdentity() ? "yes" : "");
    }

    @Override
    public String toString() {
        return "PersonForm[•••]";
    }
}
