package se.vardmote.clients;

import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/**
 * A person whom a care provider cares for. Two care providers who care for the same person have a client each.
 *
 * @param protectedIdentity name and number are shown to those only who open them
 */
public record Client(
        ClientId id, CareProviderId careProvider, PersonId identity, PersonName name, boolean protectedIdentity) {
    /** What lists, rows, copies and the room show instead of protected personal data. */
    public static final PersonName ALIAS = new PersonName("Skyddad uppgift");

    /** The same person, hidden: whoever reads them knows from elsewhere that they are protected. */
    public Client hidden() {
        return new Client(id, careProvider, identity, name, true);
    }

    /**
     * Name and number for people to read.
     *
     * @param identity null when unknown; empty when the name is the alias
     */
    public record Shown(String name, @Nullable String identity) {
        public boolean hidden() {
            return "".equals(identity);
        }

        @Override
        public String toString() {
            return "Shown[]";
        }
    }

    /** The alias and no number of somebody with protected personal data. */
    public Shown shown() {
        if (protectedIdentity) return new Shown(ALIAS.value(), "");
        String number = identity.display();
        return new Shown(name.value(), number.isEmpty() ? null : number);
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
